import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { type ApiAddress, apiAddressOf, isWrite } from '#lib/platform/addresses/api-address'
import { errorIn } from '#lib/platform/azure-devops/errors'
import { AppError, describe, type Evidence } from '#lib/platform/errors/index'
import type { Answer } from '#lib/platform/http/answer'
import { watchExchanges } from '#lib/platform/http/exchange-watch'
import { withoutCredentials } from '#lib/platform/http/redact'
import type { ExchangeRecord } from '#lib/platform/http/schema'
import type { ConnectionLink } from '../link'
import type { Connection } from '../schema'
import type { ConsoleAnswer, ConsoleProblem, ConsoleRequest } from './schema'

/** Characters of an answer that go to the browser: a tree of more is of no use to anybody. */
export const shownAtMost = 1_000_000

interface Console {
  readonly link: Pick<ConnectionLink, 'settings' | 'exchange'>
  readonly connection: Pick<Connection, 'writesUntil'>
  /** Told of each write before it is sent, so that none is sent which is not written down. */
  readonly onWrite: (what: string) => Promise<void>
}

interface Sending {
  readonly signal?: AbortSignal | undefined
  readonly now?: () => number
}

function requireWrites(member: Member, { writesUntil }: Console['connection'], now: () => number): void {
  requireRole(member, 'owner')
  if (writesUntil === undefined || Date.parse(writesUntil) <= now()) throw new AppError('console_writes_off')
}

/** OData has its version in the path; an address that names a version keeps it. What was typed is sent as it stands. */
function addressOf({ url, resource }: ApiAddress, version: string): URL {
  const isVersioned = url.searchParams.has('api-version') || resource[0]?.toLowerCase() === '_odata'
  return isVersioned
    ? url
    : new URL(`${url.href.replace(/\?$/, '')}${url.search === '' ? '?' : '&'}api-version=${version}`)
}

const textual = /^(?:text\/|application\/(?:[\w.+-]*(?:json|xml)|javascript))/i

function formOf({ headers, text }: Answer): ConsoleAnswer['form'] {
  if (text === '') return 'empty'
  const type = headers.get('content-type') ?? 'text/plain'
  if (/json/i.test(type)) return 'json'
  return textual.test(type) ? 'text' : 'binary'
}

/** A cookie of Azure DevOps is a session of its own. */
const headersOf = (headers: Headers): Evidence[] =>
  [...headers]
    .filter(([name]) => name !== 'set-cookie')
    .map(([label, value]) => ({ label, value: withoutCredentials(value) }))

function bodyOf(answer: Answer): Pick<ConsoleAnswer, 'form' | 'text' | 'length' | 'isCut' | 'isRedacted'> {
  const form = formOf(answer)
  const { length } = answer.text
  if (form === 'binary') return { form, text: '', length, isCut: false, isRedacted: false }
  const whole = answer.text.slice(0, shownAtMost)
  const text = withoutCredentials(whole)
  return { form, text, length, isCut: length > shownAtMost, isRedacted: text !== whole }
}

function problemIn(
  answer: Answer,
  method: string,
  address: ApiAddress,
  organization: string,
): ConsoleProblem | undefined {
  const [project] = address.scope
  const asked = { organization, host: address.host, method, path: address.resource.join('/'), project }
  const error = errorIn(answer, asked, Date.now)
  if (!error) return undefined
  const { title, cause, remedy } = describe(error.code)
  return { code: error.code, title, cause, remedy }
}

/** Of the exchanges that it took the last is the request itself; what went to Entra ID before it is the token. */
function timesOf(exchanges: readonly ExchangeRecord[]): Pick<ConsoleAnswer, 'at' | 'durationMs' | 'tokenMs'> {
  const last = exchanges.at(-1)
  const tokens = exchanges.filter(({ url }) => url.endsWith('/token'))
  const tokenMs = tokens.reduce((sum, { durationMs }) => sum + durationMs, 0)
  return {
    at: last?.at ?? '',
    durationMs: last?.durationMs ?? 0,
    ...(tokens.length > 0 && { tokenMs }),
  }
}

/**
 * Sends one request through the connection, once, and gives the answer whatever its status. An editor may read; a
 * write is for an owner, while the switch is on.
 * @throws console_…, role_insufficient, and what keeps a request from being answered at all
 */
export async function sendRequest(
  { link, connection, onWrite }: Console,
  member: Member,
  request: ConsoleRequest,
  { signal, now = Date.now }: Sending = {},
): Promise<ConsoleAnswer> {
  requireRole(member, 'editor')
  const { method, body, contentType, apiVersion } = request
  const { organization } = link.settings
  const address = apiAddressOf(request, link.settings)
  const url = addressOf(address, apiVersion ?? link.settings.apiVersion)
  if (isWrite(method, address)) {
    requireWrites(member, connection, now)
    await onWrite(`${method} ${[...address.scope, ...address.resource].join('/')}`)
  }
  const exchanges: ExchangeRecord[] = []
  const answer = await watchExchanges(
    (exchange) => exchanges.push(exchange),
    () => link.exchange({ method, url, body, contentType, signal }),
  )
  const problem = problemIn(answer, method, address, organization)
  return {
    method,
    url: url.href,
    status: answer.status,
    headers: headersOf(answer.headers),
    ...bodyOf(answer),
    ...timesOf(exchanges),
    ...(problem && { problem }),
  }
}
