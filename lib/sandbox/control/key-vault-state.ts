import 'server-only'
import { z } from 'zod'
import type { SandboxIdentity } from '../identity'

/** Roles of Azure for what is in a vault, as far as they concern certificates and their keys. */
export const vaultRoles = ['Key Vault Reader', 'Key Vault Crypto User', 'Key Vault Certificate User'] as const
export type VaultRole = (typeof vaultRoles)[number]

/** What access policies let somebody do, as far as it concerns certificates and their keys. */
export const vaultPermissions = ['certificates get', 'certificates list', 'keys get', 'keys sign'] as const
export type VaultPermission = (typeof vaultPermissions)[number]

/** As the portal lets certificates be named. */
export const vaultObjectName = z.string().regex(/^[0-9A-Za-z-]{1,127}$/)

/** What is chosen of a key when its certificate is made. */
const keyChoicesSchema = z.strictObject({
  /** In hardware (RSA-HSM) or not. */
  isHsm: z.boolean().default(false),
  /** Whether the policy's key usage names the digital signature: without it the key has no operation “sign”. */
  maySign: z.boolean().default(true),
})
export type VaultKeyChoices = Readonly<z.input<typeof keyChoicesSchema>>

/** From when and until when a key is in force, where it is not as long as its certificate. */
const keyTermSchema = z.strictObject({
  notBefore: z.iso.datetime().optional(),
  notAfter: z.iso.datetime().optional(),
})

/** What may be changed of a key that is there. */
export const vaultKeyChangesSchema = keyTermSchema.extend({ enabled: z.boolean().optional() })
export type VaultKeyChanges = Readonly<z.output<typeof vaultKeyChangesSchema>>

const versionSchema = z.strictObject({
  /** 32 hexadecimal digits, as the vault makes them. */
  version: z.string().regex(/^[0-9a-f]{32}$/),
  /** PEM */
  certificate: z.string(),
  /** PEM, PKCS #8: it leaves the vault of the sandbox no more than that of Azure. */
  privateKey: z.string(),
  enabled: z.boolean(),
  createdAt: z.iso.datetime(),
  ...keyChoicesSchema.shape,
  ...keyTermSchema.shape,
})

const certificateSchema = z.strictObject({
  name: vaultObjectName,
  versions: z.array(versionSchema).min(1),
  /** Deleted, and kept for those who want to recover it. */
  isDeleted: z.boolean().default(false),
})

/** What is set of the vault as a whole. */
export const vaultSettingsSchema = z.strictObject({
  /** “Access configuration”: by which of the two it is told what somebody may do. */
  access: z.enum(['roles', 'access policies']),
  /** “Networking”: selected networks, to which no client of the sandbox belongs, or private endpoints alone. */
  network: z.enum(['all', 'selected', 'private endpoints']),
  /** Whose tokens it takes: with a subscription that moved, a vault stays behind in another tenant. */
  tenant: z.enum(['own', 'another']),
})
export type VaultSettings = Readonly<z.output<typeof vaultSettingsSchema>>

const untouchedSettings: VaultSettings = { access: 'roles', network: 'all', tenant: 'own' }

/** Files that were written before there were access policies and settings lack them. */
export const keyVaultSchema = z.strictObject({
  certificates: z.array(certificateSchema),
  /** What somebody may do, by client ID: role assignments at the vault. */
  roles: z.record(z.guid(), z.array(z.enum(vaultRoles))),
  /** The same by access policies, where the vault works with those. */
  permissions: z.record(z.guid(), z.array(z.enum(vaultPermissions))).default({}),
  settings: vaultSettingsSchema.default(untouchedSettings),
})

export type KeyVaultState = Readonly<z.output<typeof keyVaultSchema>>
export type VaultCertificate = Readonly<KeyVaultState['certificates'][number]>
export type VaultVersion = Readonly<z.output<typeof versionSchema>>

/** Empty, and open to the managed identity: to read certificates and to sign with their keys. */
export const newKeyVault = ({ managedIdentity }: SandboxIdentity): KeyVaultState => ({
  certificates: [],
  roles: { [managedIdentity.clientId]: ['Key Vault Reader', 'Key Vault Crypto User'] },
  permissions: {},
  settings: untouchedSettings,
})
