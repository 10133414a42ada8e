import 'server-only'
import { X509Certificate } from 'node:crypto'
import type { SandboxIdentity } from '../identity'
import { makeCertificate, rsaAlgorithm } from '../standalone/make-certificate'
import { changed, type Some } from './changes'
import type {
  KeyVaultState,
  VaultCertificate,
  VaultKeyChanges,
  VaultKeyChoices,
  VaultPermission,
  VaultRole,
  VaultSettings,
  VaultVersion,
} from './key-vault-state'
import { type TrustedKey, trustedKeyOf } from './registered-certificate'

/** A version as the portal shows it. The newest one is the last. */
interface ShownVersion
  extends Pick<TrustedKey, 'subject' | 'thumbprintSha1' | 'notBefore' | 'notAfter'>,
    Pick<VaultVersion, 'version' | 'enabled' | 'createdAt'> {}

/** What the portal shows of the key vault: everything but its private keys. */
interface ShownKeyVault {
  readonly url: string
  readonly certificates: readonly {
    readonly name: string
    readonly isDeleted: boolean
    readonly versions: readonly ShownVersion[]
  }[]
  readonly roles: KeyVaultState['roles']
  readonly permissions: KeyVaultState['permissions']
  readonly settings: VaultSettings
}

interface KeyPair {
  /** PEM */
  readonly certificate: string
  /** PEM, PKCS #8 */
  readonly privateKey: string
}

/** What a person does with the tenant's key vault in the portal. */
export interface KeyVaultControl {
  keyVault(): ShownKeyVault
  /** "Generate/Import": a self-signed certificate, or a new version of the one that has the name. */
  makeVaultCertificate(name: string, choices?: VaultKeyChoices): Promise<ShownVersion>
  /** The same with a certificate that was made elsewhere. */
  importVaultCertificate(name: string, pair: KeyPair, choices?: VaultKeyChoices): ShownVersion
  /** Deletes all versions, softly: the name is not free until somebody has recovered or purged them. */
  deleteVaultCertificate(name: string): void
  changeVaultKey(name: string, version: string, changes: VaultKeyChanges): void
  /** Replaces the role assignments of whoever has the client ID. */
  setVaultRoles(clientId: string, roles: readonly VaultRole[]): void
  /** Replaces the access policy of whoever has the client ID. */
  setVaultPermissions(clientId: string, permissions: readonly VaultPermission[]): void
  configureVault(changes: Some<VaultSettings>): void
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
async function newPair(name: string, now: Date): Promise<KeyPair> {
  const { certificate, key } = await makeCertificate({
    commonName: name,
    algorithm: rsaAlgorithm(2048),
    notBefore: new Date(now.getTime() - 600_000),
    notAfter: new Date(now.getTime() + year),
  })
  return { certificate, privateKey: key }
}

const versionOf = (pair: KeyPair, { isHsm = false, maySign = true }: VaultKeyChoices, now: Date): VaultVersion => ({
  version: crypto.randomUUID().replaceAll('-', ''),
  ...pair,
  enabled: true,
  createdAt: now.toISOString(),
  isHsm,
  maySign,
})

function shown({ version, enabled, createdAt, certificate }: VaultVersion): ShownVersion {
  const { subject, thumbprintSha1, notBefore, notAfter } = trustedKeyOf(new X509Certificate(certificate))
  return { version, enabled, createdAt, subject, thumbprintSha1, notBefore, notAfter }
}

/** One after the other; the last is the newest. */
const withVersion = (known: VaultCertificate, version: VaultVersion): VaultCertificate => ({
  ...known,
  versions: [...known.versions, version],
})

/** @throws Error with a sentence for the person, for what is not there or in the way */
export function createKeyVaultControl({ get, set }: Kept, identity: SandboxIdentity, now: () => Date): KeyVaultControl {
  function add(name: string, version: VaultVersion): ShownVersion {
    const { certificates } = get()
    const known = certificates.find(hasName(name)) ?? { name, versions: [], isDeleted: false }
    if (known.isDeleted) throw new Error('A certificate of this name is deleted and has not been purged.')
    const others = certificates.filter((one) => one !== known)
    set({ ...get(), certificates: [...others, withVersion(known, version)] })
    return shown(version)
  }

  /** @throws Error for a version that is not there */
  function change(name: string, to: (certificate: VaultCertificate) => VaultCertificate | undefined): void {
    const found = get().certificates.find(hasName(name))
    const next = found && to(found)
    if (!next) throw new Error('The key vault has no such version of a certificate.')
    set({ ...get(), certificates: get().certificates.map((one) => (one === found ? next : one)) })
  }

  return {
    keyVault: () => ({
      url: vaultUrlOf(identity),
      ...get(),
      certificates: get().certificates.map((one) => ({ ...one, versions: one.versions.map(shown) })),
    }),
    makeVaultCertificate: async (name, choices = {}) =>
      add(name, versionOf(await newPair(name, now()), choices, now())),
    importVaultCertificate: (name, pair, choices = {}) => add(name, versionOf(pair, choices, now())),
    deleteVaultCertificate: (name) => change(name, (found) => ({ ...found, isDeleted: true })),
    changeVaultKey: (name, version, changes) =>
      change(name, ({ versions, ...found }) =>
        versions.some((one) => one.version === version)
          ? { ...found, versions: versions.map((one) => (one.version === version ? changed(one, changes) : one)) }
          : undefined,
      ),
    setVaultRoles: (clientId, roles) =>
      set({ ...get(), roles: { ...get().roles, [clientId.toLowerCase()]: [...roles] } }),
    setVaultPermissions: (clientId, permissions) =>
      set({ ...get(), permissions: { ...get().permissions, [clientId.toLowerCase()]: [...permissions] } }),
    configureVault: (changes) => set({ ...get(), settings: changed(get().settings, changes) }),
  }
}
