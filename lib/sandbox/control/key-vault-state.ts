import 'server-only'
import { z } from 'zod'
import type { SandboxIdentity } from '../identity'

/** Roles of Azure for what is in a vault, as far as they concern certificates and their keys. */
export const vaultRoles = ['Key Vault Reader', 'Key Vault Crypto User', 'Key Vault Certificate User'] as const
export type VaultRole = (typeof vaultRoles)[number]

/** As the portal lets certificates be named. */
export const vaultObjectName = z.string().regex(/^[0-9A-Za-z-]{1,127}$/)

const versionSchema = z.strictObject({
  /** 32 hexadecimal digits, as the vault makes them. */
  version: z.string().regex(/^[0-9a-f]{32}$/),
  /** PEM */
  certificate: z.string(),
  /** PEM, PKCS #8: it leaves the vault of the sandbox no more than that of Azure. */
  privateKey: z.string(),
  enabled: z.boolean(),
  createdAt: z.iso.datetime(),
})

export const keyVaultSchema = z.strictObject({
  certificates: z.array(z.strictObject({ name: vaultObjectName, versions: z.array(versionSchema).min(1) })),
  /** What somebody may do, by client ID: role assignments at the vault. */
  roles: z.record(z.guid(), z.array(z.enum(vaultRoles))),
})

export type KeyVaultState = Readonly<z.output<typeof keyVaultSchema>>
export type VaultCertificate = Readonly<KeyVaultState['certificates'][number]>
export type VaultVersion = Readonly<z.output<typeof versionSchema>>

/** Empty, and open to the managed identity: to read certificates and to sign with their keys. */
export const newKeyVault = ({ managedIdentity }: SandboxIdentity): KeyVaultState => ({
  certificates: [],
  roles: { [managedIdentity.clientId]: ['Key Vault Reader', 'Key Vault Crypto User'] },
})
