import { decodeJwt, decodeProtectedHeader } from 'jose'
import type { Mishap, Place } from './fault-case'

const loginHost = 'login.microsoftonline.com'

export const isTokenRequest = ({ method, url }: Request): boolean =>
  method === 'POST' && new URL(url).hostname === loginHost

export const isDiscovery = ({ url }: Request): boolean => url.endsWith('/.well-known/openid-configuration')

export const isToEntra = ({ url }: Request): boolean => new URL(url).hostname === loginHost

export const isToAzureDevOps = (request: Request): boolean => !isToEntra(request)

export const isToVault = ({ url }: Request): boolean => new URL(url).hostname.endsWith('.vault.azure.net')

/** What asks a vault for a signature, and not for a certificate. */
export const isSigning = (request: Request): boolean => isToVault(request) && request.method === 'POST'

/** The token service of the machine, which only machines in Azure have. */
export const isToMachine = ({ url }: Request): boolean => new URL(url).hostname === '169.254.169.254'

/** What is asked of Azure DevOps with a token; the question about the organization's tenant goes without. */
export const isSignedIn = (request: Request): boolean =>
  isToAzureDevOps(request) && request.headers.has('authorization')

export const isTo =
  (path: string) =>
  (request: Request): boolean =>
    isSignedIn(request) && new URL(request.url).pathname.includes(path)

/** Something that answers some requests in Microsoft's place. */
export const answering = (
  isConcerned: (request: Request) => boolean,
  answer: (request: Request) => Response | Promise<Response>,
): Mishap => ({
  through: (fetch) => async (request) => (isConcerned(request) ? await answer(request) : await fetch(request)),
})

/** Something that changes what Microsoft answers. */
export const changing = (
  isConcerned: (request: Request) => boolean,
  change: (text: string, headers: Headers) => Response,
): Mishap => ({
  through: (fetch) => async (request) => {
    const { status, headers, text } = await fetch(request).then(async (given) => ({
      status: given.status,
      headers: given.headers,
      text: await given.text(),
    }))
    return isConcerned(request) ? change(text, new Headers(headers)) : new Response(text, { status, headers })
  },
})

type ChangeOfForm = (form: URLSearchParams, place: Place) => unknown

/** Something between us and Entra ID that changes the fields of the token request. */
export const formChanged = (change: ChangeOfForm): Mishap => ({
  through: (fetch, place) => async (request) => {
    if (!isTokenRequest(request)) return await fetch(request)
    const form = new URLSearchParams(await request.text())
    await change(form, place)
    return await fetch(new Request(request.url, { method: 'POST', body: form, signal: request.signal }))
  },
})

const encoded = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url')

/** Signs the assertion again with other members in its header or its claims. */
export const resigned = (header: object, claims: (place: Place) => object = () => ({})): Mishap =>
  formChanged(async (form, place) => {
    const assertion = form.get('client_assertion') ?? ''
    const parts = [
      { ...decodeProtectedHeader(assertion), ...header },
      { ...decodeJwt(assertion), ...claims(place) },
    ]
    const input = parts.map(encoded).join('.')
    const signature = await place.ours.signer.sign('PS256', Buffer.from(input))
    form.set('client_assertion', `${input}.${Buffer.from(signature).toString('base64url')}`)
  })

const ids = {
  timestamp: '2026-06-15 12:00:00Z',
  trace_id: '5c1f3c1e-3e53-4f51-9f0b-6d2f2f0a1b00',
  correlation_id: 'a8a8c0de-64b5-4d5f-8c86-0e1f6a9f0d11',
}
const tail = `Trace ID: ${ids.trace_id} Correlation ID: ${ids.correlation_id} Timestamp: ${ids.timestamp}`

/** An answer of Entra ID for which the sandbox has no condition that our requests could meet. */
export const entraSays = (
  code: number,
  [status, error]: readonly [status: number, error: string],
  sentence: string,
  isConcerned = isTokenRequest,
): Mishap =>
  answering(isConcerned, () => {
    const description = `AADSTS${code}: ${sentence} ${tail}`
    return Response.json({ error, error_description: description, error_codes: [code], ...ids }, { status })
  })

/** The same through the sandbox's own fault, for numbers that no condition of it raises. */
export const entraRefuses = (code: number): Mishap => ({
  faults: [{ kind: 'entra refusal', code, route: `POST ${loginHost}/**` }],
})

/** A connection that fails, as the system, OpenSSL or undici tells it. */
export const failing = (isConcerned: (request: Request) => boolean, cause: object): Mishap =>
  answering(isConcerned, () => {
    throw new TypeError('fetch failed', { cause: Object.assign(new Error('failed'), cause) })
  })
