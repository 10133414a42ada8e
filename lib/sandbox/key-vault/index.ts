import 'server-only'
import type { Directory, SandboxControl } from '../control'
import { vaultUrlOf } from '../control/key-vault'
import type { ReadToken } from '../entra/access-token'
import { nameUnknown } from '../faults/no-connection'
import { guidOf, type SandboxIdentity } from '../identity'
import { notEmulated } from '../not-emulated'
import { requireAccess } from './access'
import { refusal, respond } from './answer'
import { callerOf } from './caller'
import { isKeyVaultError, refuse } from './errors'
import { findRoute } from './routes'

/** What is in the vault before anybody has put something there. */
export const firstCertificate = 'azure-devops'

interface KeyVaultOptions {
  readonly identity: SandboxIdentity
  readonly directory: Directory
  readonly control: Pick<SandboxControl, 'makeVaultCertificate'>
  /** What a token says that the tenant's token endpoint issued, if it is still good. */
  readonly readToken: (token: string) => Promise<ReadToken | undefined>
  readonly now: () => Date
}

const latest = '2025-07-01'
const versions = ['2016-10-01', '7.0', '7.1', '7.2', '7.3', '7.4', '7.5', '7.6', latest]

/** @throws 400 */
function requireApiVersion({ searchParams }: URL): void {
  const version = searchParams.get('api-version')
  if (!version) throw refuse.noApiVersion()
  if (!versions.includes(version)) throw refuse.apiVersion(version, latest)
}

/**
 * Emulates of the tenant's key vault what signing with the key of a certificate needs. Rights are those of Azure's roles
 * (RBAC) or of access policies. The private keys stay inside, as in reality.
 */
export function createKeyVault({ identity, directory, control, readToken, now }: KeyVaultOptions) {
  const vaultUrl = vaultUrlOf(identity)
  let filling: Promise<unknown> | undefined

  /** Not before somebody comes to see, because making a key takes time. */
  async function fill(): Promise<void> {
    if (directory.keyVault().certificates.length > 0) return
    filling ??= control.makeVaultCertificate(firstCertificate).finally(() => {
      filling = undefined
    })
    await filling
  }

  const tenantId = (): string =>
    directory.keyVault().settings.tenant === 'own' ? identity.tenantId : guidOf(identity.tenantId, 'another tenant')

  async function answer(request: Request): Promise<object | undefined> {
    const url = new URL(request.url)
    const found = findRoute(request.method, url.pathname)
    if (!found) return undefined
    const caller = await callerOf(request, { readToken, tenantId: tenantId() })
    requireApiVersion(url)
    const { route, name, version } = found
    requireAccess({ caller, ...route, pathname: url.pathname }, directory.keyVault(), identity)
    await fill()
    const certificates = directory.keyVault().certificates.filter(({ isDeleted }) => !isDeleted)
    return await route.handle({ vaultUrl, certificates, request, url, now: now(), name, version })
  }

  return {
    isHost: (hostname: string): boolean => hostname.endsWith('.vault.azure.net'),
    throttle: (request: Request, retryAfter: number): Response =>
      refusal(request, refuse.throttled(), { tenantId: tenantId(), now: now(), retryAfter }),
    async fetch(request: Request): Promise<Response> {
      const { hostname } = new URL(request.url)
      if (hostname !== new URL(vaultUrl).hostname) throw nameUnknown(hostname)
      try {
        const body = await answer(request)
        return body ? respond(request, body, now()) : notEmulated(request)
      } catch (error) {
        if (isKeyVaultError(error)) return refusal(request, error, { tenantId: tenantId(), now: now() })
        throw error
      }
    },
  }
}
