import 'server-only'
import type { Directory, SandboxControl } from '../control'
import { vaultUrlOf } from '../control/key-vault'
import type { ReadToken, TokenHolder } from '../entra/access-token'
import { nameUnknown } from '../faults/no-connection'
import type { SandboxIdentity } from '../identity'
import { notEmulated } from '../not-emulated'
import { refusal, respond } from './answer'
import { type Action, callerOf, mayDo } from './caller'
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
 * (RBAC). The private keys stay inside, as in reality.
 */
export function createKeyVault({ identity, directory, control, readToken, now }: KeyVaultOptions) {
  const vaultUrl = vaultUrlOf(identity)
  const { keyVaultName, tenantId, subscriptionId } = identity
  let filling: Promise<unknown> | undefined

  /** Not before somebody comes to see, because making a key takes time. */
  async function fill(): Promise<void> {
    if (directory.keyVault().certificates.length > 0) return
    filling ??= control.makeVaultCertificate(firstCertificate).finally(() => {
      filling = undefined
    })
    await filling
  }

  /** @throws 403 */
  function requireRight(caller: TokenHolder, action: Action, pathname: string): void {
    const roles = directory.keyVault().roles[caller.clientId] ?? []
    if (mayDo(roles, action)) return
    const vault = `/subscriptions/${subscriptionId}/resourcegroups/contoso/providers/microsoft.keyvault/vaults/${keyVaultName}`
    throw refuse.denied({ ...caller, action, resource: `${vault}${pathname}`, vault: keyVaultName })
  }

  async function answer(request: Request): Promise<object | undefined> {
    const url = new URL(request.url)
    const found = findRoute(request.method, url.pathname)
    if (!found) return undefined
    const caller = await callerOf(request, readToken)
    requireApiVersion(url)
    const { route, name, version } = found
    requireRight(caller, route.action, url.pathname)
    await fill()
    const { certificates } = directory.keyVault()
    return await route.handle({ vaultUrl, certificates, request, url, now: now(), name, version })
  }

  return {
    isHost: (hostname: string): boolean => hostname.endsWith('.vault.azure.net'),
    throttle: (request: Request, retryAfter: number): Response =>
      refusal(request, refuse.throttled(), { tenantId, now: now(), retryAfter }),
    async fetch(request: Request): Promise<Response> {
      const { hostname } = new URL(request.url)
      if (hostname !== new URL(vaultUrl).hostname) throw nameUnknown(hostname)
      try {
        const body = await answer(request)
        return body ? respond(request, body, now()) : notEmulated(request)
      } catch (error) {
        if (isKeyVaultError(error)) return refusal(request, error, { tenantId, now: now() })
        throw error
      }
    },
  }
}
