import 'server-only'
import { X509Certificate } from 'node:crypto'
import type { SandboxIdentity } from '../identity'
import { makeCertificate, rsaAlgorithm } from '../standalone/make-certificate'
import type { KeyVaultState, VaultCertificate, VaultRole, VaultVersion } from './key-vault-state'
import { type TrustedKey, trustedKeyOf } from './registered-certificate'

/** A version as the portal shows it. The newest one is the last. */
interface ShownVersion
  extends Pick<TrustedKey, 'subject' | 'thumbprintSha1' | 'notBefore' | 'notAfter'>,
    Pick<VaultVersion, 'version' | 'enabled' | 'createdAt'> {}

/** What the portal shows of the key vault: everything but its private keys. */
interface ShownKeyVault {
  readonly url: string
  readonly certificates: readonly { readonly name: string; readonly versions: readonly ShownVersion[] }[]
  readonly roles: KeyVaultState['roles']
}

/** What a person does with the tenant's key vault in the portal. */
export interface KeyVaultControl {
  keyVault(): ShownKeyVault
  /** "Generate/Import": a self-signed certificate, or a new version of the one that has the name. */
  makeVaultCertificate(name: string): Promise<ShownVersion>
  enableVaultKey(name: string, version: string, enabled: boolean): void
  /** Replaces the role assignments of whoever has the client ID. */
  setVaultRoles(clientId: string, roles: readonly VaultRole[]): void
}

/** Where the vault is kept. */
interface Kept {
  readonly get: () => KeyVaultState
  readonly set: (state: KeyVaultState) => void
}

const year = 365 * 24 * 60 * 60 * 1000

export const vaultUrlOf = ({ keyVaultName }: SandboxIdentity): string => `https://${keyVaultName}.vault.azure.net`

const hasName = (name: string) => (one: VaultCertificate) => one.name.toLowerCase() === name.toLowerCase()

/** By the default policy: RSA, 2048 bits, twelve months; the vault dates certificates ten minutes back. */
async function newVersion(name: string, now: Date): Promise<VaultVersion> {
  const { certificate, key } = await makeCertificate({
    commonName: name,
    algorithm: rsaAlgorithm(2048),
    notBefore: new Date(now.getTime() - 600_000),
    notAfter: new Date(now.getTime() + year),
  })
  const version = crypto.randomUUID().replaceAll('-', '')
  return { version, certificate, privateKey: key, enabled: true, createdAt: now.toISOString() }
}

function shown({ version, enabled, createdAt, certificate }: VaultVersion): ShownVersion {
  const { subject, thumbprintSha1, notBefore, notAfter } = trustedKeyOf(new X509Certificate(certificate))
  return { version, enabled, createdAt, subject, thumbprintSha1, notBefore, notAfter }
}

/** @throws Error with a sentence for the person, for what is not there */
export function createKeyVaultControl({ get, set }: Kept, identity: SandboxIdentity, now: () => Date): KeyVaultControl {
  function add(name: string, version: VaultVersion): void {
    const { certificates, ...rest } = get()
    const known = certificates.find(hasName(name)) ?? { name, versions: [] }
    const next = { ...known, versions: [...known.versions, version] }
    set({ ...rest, certificates: [...certificates.filter((one) => one !== known), next] })
  }

  return {
    keyVault: () => ({
      url: vaultUrlOf(identity),
      certificates: get().certificates.map(({ name, versions }) => ({ name, versions: versions.map(shown) })),
      roles: get().roles,
    }),
    async makeVaultCertificate(name) {
      const made = await newVersion(name, now())
      add(name, made)
      return shown(made)
    },
    enableVaultKey(name, version, enabled) {
      const found = get().certificates.find(hasName(name))
      if (!found?.versions.some((one) => one.version === version)) {
        throw new Error('The key vault has no such version of a certificate.')
      }
      const versions = found.versions.map((one) => (one.version === version ? { ...one, enabled } : one))
      const certificates = get().certificates.map((one) => (one === found ? { ...one, versions } : one))
      set({ ...get(), certificates })
    },
    setVaultRoles(clientId, roles) {
      set({ ...get(), roles: { ...get().roles, [clientId.toLowerCase()]: [...roles] } })
    },
  }
}
