import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { type ApiAddress, apiAddressOf, isWrite, namesVersion } from '#lib/platform/addresses/api-address'
import { errorIn, isMicrosofts } from '#lib/platform/azure-devops/errors'
import { AppError, describe, type ErrorCode, type Evidence } from '#lib/platform/errors/index'
import type { Answer } from '#lib/platform/http/answer'
import { watchExchanges } from '#lib/platform/http/exchange-watch'
import { isRedirect } from '#lib/platform/http/page'
import { withoutCredentials } from '#lib/platform/http/redact'
import type { ExchangeRecord } from '#lib/platform/http/schema'
import type { ConnectionLink } from '../link'
import type { ConsoleAnswer, ConsoleProblem, ConsoleRequest } from './schema'

/** Characters of an answer that go to the browser: a tree of more is of no use to anybody. */
export const shownAtMost = 1_000_000

interface Console {
  readonly link: Pick<ConnectionLink, 'settings' | 'exchange'>
  /** Until when it may write, as it stands at the moment. */
  readonly writesUntil: () => Promise<string | undefined>
  /** Told of each write before it is sent, so that none is sent which is not written down. */
  readonly onWrite: (what: string) => Promise<void>
}

interface Sending {
  readonly signal?: AbortSignal | undefined
  readonly now?: () => number
}

const longestNote = 300

/** What is written down of a write: encoded, so that no character in it can pretend to be another. */
function noteOf(method: string, { host, pathname, search }: URL): string {
  const note = withoutCredentials(`${method} ${host}${pathname}${search}`)
  return note.length > longestNote ? `${note.slice(0, longestNote)}…` : note
}

/** Lets a write go while the switch is on; asked once more when its turn has come, which may be minutes later. */
function writeGuard({ writesUntil, onWrite }: Console, member: Member, note: string, now: () => number) {
  let isNoted = false
  async function requireSwitch(): Promise<void> {
    const until = await writesUntil()
    if (until === undefined || Date.parse(until) <= now()) throw new AppError('console_writes_off')
  }
  return {
    async before() {
      requireRole(member, 'owner')
      await requireSwitch()
    },
    async beforeSend() {
      await requireSwitch()
      // A refused token makes it go a second time.
      if (!isNoted) await onWrite(note)
      isNoted = true
    },
  }
}

/** What was typed is sent as it stands. */
function urlOf(address: ApiAddress, version: string): URL {
  const { url } = address
  if (namesVersion(address)) return url
  return new URL(`${url.href.replace(/\?$/, '')}${url.search === '' ? '?' : '&'}api-version=${version}`)
}

const textual = /^(?:text\/|application\/(?:[\w.+-]*(?:json|xml)|javascript))/i

function formOf({ headers, text }: Answer): ConsoleAnswer['form'] {
  if (text === '') return 'empty'
  const type = headers.get('content-type') ?? 'text/plain'
  if (/json/i.test(type)) return 'json'
  return textual.test(type) ? 'text' : 'binary'
}

/** A cookie of Azure DevOps is a session of its own. */
const toldHeaders = (headers: Headers): Evidence[] =>
  [...headers].filter(([name]) => name !== 'set-cookie').map(([label, value]) => ({ label, value }))

/** A page's token is no credential, whatever it looks like, and needed to go on. */
const hidden = ({ label, value }: Evidence): Evidence =>
  label === 'x-ms-continuationtoken' ? { label, value } : { label, value: withoutCredentials(value) }

type Shown = Pick<ConsoleAnswer, 'form' | 'text' | 'headers' | 'length' | 'isCut' | 'isRedacted'>

function shown(answer: Answer): Shown {
  const form = formOf(answer)
  const { length } = answer.text
  const told = toldHeaders(answer.headers)
  const headers = told.map(hidden)
  const whole = form === 'binary' ? '' : answer.text.slice(0, shownAtMost)
  const text = withoutCredentials(whole)
  const isRedacted = text !== whole || headers.some(({ value }, place) => value !== told[place]?.value)
  return { form, text, headers, length, isCut: form !== 'binary' && length > shownAtMost, isRedacted }
}

/** What the codes of the other requests would say here: a path that was typed is likelier wrong than the organization. */
function meaningOf(answer: Answer, code: ErrorCode): ErrorCode | undefined {
  if (code === 'azure_devops_organization_unknown') return 'azure_devops_not_found'
  const isElsewhere = code === 'azure_devops_foreign_page' && isRedirect(answer) && isMicrosofts(answer)
  return isElsewhere ? undefined : code
}

interface Asked {
  readonly method: string
  readonly address: ApiAddress
  readonly organization: string
}

function problemIn(answer: Answer, { method, address, organization }: Asked, now: () => number) {
  const asked = {
    organization,
    host: address.host,
    method,
    path: address.resource.join('/'),
    project: address.scope[0],
  }
  const error = errorIn(answer, asked, now)
  const code = error && meaningOf(answer, error.code)
  if (!code) return undefined
  const { title, cause, remedy } = describe(code)
  return { code, title, cause, remedy } satisfies ConsoleProblem
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
  console: Console,
  member: Member,
  request: ConsoleRequest,
  { signal, now = Date.now }: Sending = {},
): Promise<ConsoleAnswer> {
  requireRole(member, 'editor')
  const { method, body, contentType, apiVersion } = request
  const { settings, exchange } = console.link
  const address = apiAddressOf(request, settings)
  const url = urlOf(address, apiVersion ?? settings.apiVersion)
  const guard = isWrite(method, address) ? writeGuard(console, member, noteOf(method, url), now) : undefined
  await guard?.before()
  const exchanges: ExchangeRecord[] = []
  const answer = await watchExchanges(
    (exchange) => exchanges.push(exchange),
    () => exchange({ method, url, body, contentType, signal, beforeSend: guard?.beforeSend }),
  )
  const problem = problemIn(answer, { method, address, organization: settings.organization }, now)
  return {
    method,
    url: url.href,
    status: answer.status,
    ...shown(answer),
    ...timesOf(exchanges),
    ...(problem && { problem }),
  }
}
