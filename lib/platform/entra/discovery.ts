import 'server-only'
import { z } from 'zod'
import { tenantOf } from '#lib/platform/addresses/token-url'
import type { Answer } from '#lib/platform/http/answer'
import { clockSkewSeconds } from './clock-skew'
import { askEntra, type EntraConversation } from './entra-request'

export interface Tenant {
  /** The GUID, also where the Token URL names a domain. */
  readonly tenantId: string
  readonly issuer: string
  /** For example “EU” or “NA”. */
  readonly regionScope?: string
  /** Seconds by which our clock is ahead of Microsoft's; negative when it is behind. */
  readonly clockSkewSeconds?: number
}

const configuration = z.object({
  issuer: z.url(),
  tenant_region_scope: z.string().nullish(),
})

const tenantInIssuer = /\/([0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12})(?:\/|$)/i

function readConfiguration(answer: Answer, now: () => number): Tenant | undefined {
  const { issuer, tenant_region_scope: regionScope } = configuration.parse(JSON.parse(answer.text))
  const tenantId = tenantInIssuer.exec(new URL(issuer).pathname)?.[1]?.toLowerCase()
  if (!tenantId) return undefined
  const skew = clockSkewSeconds(answer.headers.get('date'), now)
  return {
    tenantId,
    issuer,
    ...(regionScope ? { regionScope } : {}),
    ...(skew === undefined ? {} : { clockSkewSeconds: skew }),
  }
}

/**
 * Asks, without any credential, which tenant a Token URL names (OpenID Connect Discovery 1.0 §4).
 * @throws AADSTS90002 and its kin for a tenant that does not exist, entra_unreachable, entra_unexpected_answer
 */
export async function discoverTenant(
  conversation: EntraConversation & { readonly signal?: AbortSignal | undefined },
): Promise<Tenant> {
  const { tokenUrl, signal, now = Date.now } = conversation
  const url = new URL(`/${tenantOf(tokenUrl)}/v2.0/.well-known/openid-configuration`, tokenUrl)
  const requestWith = async () => (signal: AbortSignal) => new Request(url, { redirect: 'manual', signal })
  const read = (answer: Answer): Tenant | undefined => {
    try {
      return readConfiguration(answer, now)
    } catch {
      return undefined
    }
  }
  return await askEntra(conversation, requestWith, read, signal)
}
