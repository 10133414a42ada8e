import 'server-only'
import { Agent, type Dispatcher, request as pooledRequest } from 'undici'
import { env } from '#lib/platform/env'
import { AppError } from '#lib/platform/errors/index'
import type { Fetch } from './fetch'

const metadataOrigin = 'http://169.254.169.254'

/** No member chooses an address here: one is the same on every machine of Azure, the other is the operator's. */
function requireOwn(url: URL): void {
  const { IDENTITY_ENDPOINT: endpoint } = env()
  if (url.origin === metadataOrigin || (endpoint && url.origin === new URL(endpoint).origin)) return
  throw new AppError('host_not_allowed', { detail: `${url.host}: not a service of this machine.` })
}

/** Whoever is not in Azure would wait for an answer that never comes. */
const createPool = (): Dispatcher => new Agent({ connect: { timeout: 2000 } })

/**
 * Reaches the services of the machine itself, which are plain HTTP at addresses that nobody else can reach; so never
 * through a proxy.
 * @throws host_not_allowed; otherwise rejects as the network does
 */
export function createMachineFetch(openPool: () => Dispatcher): Fetch {
  let pool: Dispatcher | undefined
  return async ({ url, headers, signal }) => {
    requireOwn(new URL(url))
    pool ??= openPool()
    const answer = await pooledRequest(url, { dispatcher: pool, headers: Object.fromEntries(headers), signal })
    const text = await answer.body.text()
    return { status: answer.statusCode, headers: new Headers(), text: async () => text }
  }
}

export const machineFetch: Fetch = createMachineFetch(createPool)
