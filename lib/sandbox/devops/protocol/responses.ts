import 'server-only'
import { type Answer, json } from './answer'
import type { Refusal } from './errors'
import { machineHeaders, serviceHeaders, usualHeaders } from './headers'

/** What the responses to one request have in common. */
export interface Asked {
  readonly request: Request
  readonly now: Date
  /** `{identity}:{account}` of whoever was let in. */
  readonly userData?: string
}

function signed(headers: Headers, { userData }: Asked): Headers {
  if (userData !== undefined) headers.set('x-vss-userdata', userData)
  return headers
}

/** An answer; only good ones name the API version. */
export function respond(asked: Asked, answer: Answer, version?: string): Response {
  const { request, now } = asked
  const headers = signed(usualHeaders(request, now, version ? `${json}; api-version=${version}` : json), asked)
  for (const [name, value] of Object.entries(answer.headers ?? {})) headers.set(name, value)
  const { status = 200 } = answer
  if (answer.json.length > 0) {
    if (status === 200) headers.set('vary', 'Accept-Encoding')
    return new Response(answer.json, { status, headers })
  }
  headers.delete('content-type')
  return new Response(null, { status, headers })
}

/** A refusal in words alone comes from in front of the API, without the headers that keep it out of caches. */
function refuseInWords(asked: Asked, status: number, words: string): Response {
  const headers = signed(serviceHeaders(asked.request, asked.now), asked)
  headers.set('content-type', 'text/plain; charset=utf-8')
  headers.set('x-frame-options', 'SAMEORIGIN')
  headers.set('x-tfs-serviceerror', encodeURIComponent(words))
  return new Response(words, { status, headers })
}

export function refuse(asked: Asked, { status, body }: Refusal): Response {
  if (typeof body === 'string') return refuseInWords(asked, status, body)
  const headers = signed(usualHeaders(asked.request, asked.now, json), asked)
  return new Response(JSON.stringify(body), { status, headers })
}

/** Nobody has recorded what an unknown organization answers; that it is 404 and a page is the best guess there is. */
export function organizationUnknown({ request, now }: Asked): Response {
  const html = '<!DOCTYPE html><html><head><title>404 - Page not found</title></head><body></body></html>'
  return new Response(html, { status: 404, headers: usualHeaders(request, now, 'text/html; charset=utf-8') })
}

/**
 * The page of an organization on the service for identities, which has none. It tells the tenant to whoever asks;
 * Microsoft's own clients find it there.
 */
export function identityPage({ request, now }: Asked, tenantId: string): Response {
  const headers = usualHeaders(request, now, 'text/html; charset=utf-8')
  headers.set('x-vss-resourcetenant', tenantId)
  return new Response(request.method === 'HEAD' ? null : '', { status: 404, headers })
}

/** As recorded: hardly any headers, no charset, and a byte order mark that `JSON.parse` does not take. */
export function organizationStopped({ now }: Asked, { status, body, message }: Refusal): Response {
  const headers = machineHeaders(now)
  headers.set('content-type', 'application/json')
  headers.set('x-tfs-serviceerror', encodeURIComponent(message))
  return new Response(`\uFEFF${JSON.stringify(body)}`, { status, headers })
}
