import type { Fetch } from '#lib/platform/http/fetch'
import { isSigning } from './on-the-way'

/** Sees what goes over the wire, and keeps of it what nobody may read anywhere else. */
export interface WireTap {
  readonly secrets: Set<string>
  readonly watch: (fetch: Fetch) => Fetch
}

/** The last part of a JWT is what makes it worth something; the others hold names that may be shown. So is what a vault signs. */
const signatureOf = (jwt: string): string => jwt.split('.').at(-1) ?? ''

async function assertionIn(request: Request): Promise<string | undefined> {
  if (request.method !== 'POST' || request.headers.get('content-type')?.includes('json')) return undefined
  return new URLSearchParams(await request.clone().text()).get('client_assertion') ?? undefined
}

export function createWireTap(): WireTap {
  const secrets = new Set<string>()
  const keep = (jwt: string | null | undefined) => {
    if (jwt) secrets.add(jwt).add(signatureOf(jwt))
  }
  const watch =
    (fetch: Fetch): Fetch =>
    async (request) => {
      keep(await assertionIn(request))
      keep(request.headers.get('authorization')?.replace(/^Bearer /, ''))
      const isSignature = isSigning(request)
      const { status, headers, ...answer } = await fetch(request).then((given) => ({
        status: given.status,
        headers: given.headers,
        text: () => given.text(),
      }))
      return {
        status,
        headers,
        async text() {
          const text = await answer.text()
          keep(/"access_token":"([^"]+)"/.exec(text)?.[1])
          if (isSignature) keep(/"value":"([^"]+)"/.exec(text)?.[1])
          return text
        },
      }
    }
  return { secrets, watch }
}
