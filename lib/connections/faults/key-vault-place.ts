import { X509Certificate } from 'node:crypto'
import { createManagedIdentitySource } from '#lib/platform/entra/managed-identity'
import { createTokenSource } from '#lib/platform/entra/token-source'
import type { Fetch } from '#lib/platform/http/fetch'
import { createKeyVault } from '#lib/platform/key-vault/key-vault'
import { newestVaultVersion, vaultSign } from '#lib/platform/key-vault/linked-certificate'
import type { SandboxControl } from '#lib/sandbox/control/index'
import type { SigningCertificate } from '../link'
import type { Mishap, Place } from './fault-case'

/** What goes wrong with a connection whose certificate is kept in the sandbox's key vault. */
interface VaultMishap extends Mishap {
  /** Who calls the vault: the machine itself, or an app with a certificate of its own. */
  readonly caller?: 'managed identity' | 'app'
  /** Where it signs in, if elsewhere than it should. */
  readonly callerTokenUrl?: string
  readonly vaultUrl?: string
  /** The key in the vault, where it is not that of the certificate. */
  readonly privateKey?: (place: Place) => string
  /** What was chosen for the key when it was made. */
  readonly choices?: Parameters<SandboxControl['importVaultCertificate']>[2]
}

export const certificateName = 'azure-devops'
const callersName = 'Caller of the key vault'

const resource = 'https://vault.azure.net'
/** Nobody is kept waiting. */
const sleep = async () => undefined

/** @throws for what is not there */
export function linkedVersion({ sandbox }: Place): string {
  const [version] = sandbox.control.keyVault().certificates.find(({ name }) => name === certificateName)?.versions ?? []
  if (!version) throw new Error('The key vault has no such certificate.')
  return version.version
}

/** Undefined once it is deleted. */
export const callerId = ({ sandbox }: Place): string | undefined =>
  sandbox.control.apps().find(({ displayName }) => displayName === callersName)?.clientId

/** As after a good setup: the certificate that the app registration knows is in the vault, and its caller has its rights. */
function prepare(place: Place, { caller, privateKey, choices }: VaultMishap): void {
  const { sandbox, ours, stranger } = place
  const { control } = sandbox
  const pair = { certificate: ours.certificatePem, privateKey: privateKey?.(place) ?? ours.privateKeyPem }
  control.importVaultCertificate(certificateName, pair, choices)
  if (caller !== 'app') return
  const { clientId } = control.registerApp(callersName)
  control.uploadCertificate(stranger.certificatePem, clientId)
  control.setVaultRoles(clientId, ['Key Vault Reader', 'Key Vault Crypto User'])
}

function tokenSourceOf(place: Place, fetch: Fetch, { caller, callerTokenUrl }: VaultMishap) {
  if (caller !== 'app') return createManagedIdentitySource({ resource, fetch, sleep })
  return createTokenSource({
    tokenUrl: callerTokenUrl ?? place.sandbox.info.tokenUrl,
    clientId: callerId(place) ?? crypto.randomUUID(),
    scope: `${resource}/.default`,
    signer: place.stranger.signer,
    fetch,
    sleep,
  })
}

function linkedCertificate(place: Place, fetch: Fetch, mishap: VaultMishap): Partial<SigningCertificate> {
  const { vaultUrl = place.sandbox.info.keyVault.url, timeoutMs = 10_000 } = mishap
  const tokenSource = tokenSourceOf(place, fetch, mishap)
  const vault = createKeyVault({ vaultUrl, tokenSource, fetch, sleep, timeoutMs })
  const { publicKey } = new X509Certificate(place.ours.certificatePem)
  const linked = { name: certificateName, version: linkedVersion(place), publicKey }
  return { sign: vaultSign(vault, linked), newestVersion: () => newestVaultVersion(vault, linked) }
}

/** A mishap of a connection that signs in the key vault. */
export const inKeyVault = (mishap: VaultMishap): Mishap => ({
  ...mishap,
  before(place) {
    prepare(place, mishap)
    mishap.before?.(place)
  },
  certificate: (place, fetch) => ({
    ...linkedCertificate(place, fetch, mishap),
    ...mishap.certificate?.(place, fetch),
  }),
})
