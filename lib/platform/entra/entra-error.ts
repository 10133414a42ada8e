import 'server-only'
import { z } from 'zod'
import { AppError, type ErrorCode, type Evidence, isErrorCode } from '#lib/platform/errors/index'
import type { Answer } from '#lib/platform/http/answer'
import { pageEvidence } from '#lib/platform/http/page'
import { quote } from '#lib/platform/http/redact'
import { retryAfterOf } from '#lib/platform/http/schema'
import type { Now } from '#lib/platform/http/time'
import { clockSkewSeconds, describeSkew } from './clock-skew'
import type { Signer } from './signer'

/** What we sent, so that an error can put it beside what Entra saw. */
export interface EntraErrorContext {
  readonly tokenUrl: string
  /** Absent where nothing was signed, as in discovery. */
  readonly signer?: Signer
  readonly now: Now
}

const errorBody = z.object({
  error: z.string().optional(),
  error_description: z.string().optional(),
  error_codes: z.array(z.number()).optional(),
  timestamp: z.string().optional(),
  trace_id: z.string().optional(),
  correlation_id: z.string().optional(),
})
type ErrorBody = z.infer<typeof errorBody>

function parseBody(text: string): ErrorBody | undefined {
  try {
    return errorBody.safeParse(JSON.parse(text)).data
  } catch {
    return undefined
  }
}

/** Where Entra gives two numbers, the first is an umbrella and the last the cause. Some answers are HTML with one. */
function numberOf(body: ErrorBody | undefined, text: string): number | undefined {
  const inText = /AADSTS(\d+)/.exec(body?.error_description ?? text)?.[1]
  return body?.error_codes?.at(-1) ?? (inText === undefined ? undefined : Number(inText))
}

const thumbprintIn = (message: string): string | undefined =>
  /Thumbprint of key used by client: '([^']*)'/.exec(message)?.[1]

/** What a bracketed reason says, where it is another than that the key was not found. */
function reasonCode(message: string): ErrorCode | undefined {
  if (/did not match|use of the key failed/i.test(message)) return 'AADSTS700027_signature'
  return /key used is expired/i.test(message) ? 'AADSTS700027_expired' : undefined
}

const unknownKeyCode = (message: string): ErrorCode =>
  thumbprintIn(message) === undefined ? 'AADSTS700027_thumbprint_unreadable' : 'AADSTS700027'

const expiryIn = (message: string): string | undefined => /expiry time of assertion (\S+?Z)/.exec(message)?.[1]

/** An assertion that has ended by our own clock too was not refused for the difference of the clocks. */
const timeCode = (message: string, now: Now): ErrorCode =>
  Date.parse(expiryIn(message) ?? '') <= now() ? 'AADSTS700024_late' : 'AADSTS700024'

/** Some numbers stand for several situations, told apart by what the sentence says. */
const codesInNumber: Readonly<Record<number, (message: string, now: Now) => ErrorCode>> = {
  700027: (message) => reasonCode(message) ?? unknownKeyCode(message),
  50012: (message) => reasonCode(message) ?? 'AADSTS50012',
  700024: timeCode,
}

/** What no number says. */
const byStatus: Readonly<Record<number, ErrorCode>> = { 407: 'proxy_sign_in_required', 429: 'entra_throttled' }

function codeOf(number: number | undefined, message: string, status: number, now: Now): ErrorCode {
  if (number === undefined) return byStatus[status] ?? (status >= 500 ? 'entra_unavailable' : 'entra_unexpected_answer')
  const code = `AADSTS${number}`
  return codesInNumber[number]?.(message, now) ?? (isErrorCode(code) ? code : 'AADSTS_unknown')
}

/**
 * The sentence for people: without “AADSTS…:”, the bracketed reason, the reading list and the tail of IDs, which Entra
 * joins by line ends or, since 2024, by blanks. All of it stays in the evidence.
 */
function sentenceOf(message: string): string {
  return message
    .replace(/^AADSTS\d+:\s*/, '')
    .replace(/\s*(?:\[Reason|Review the documentation|Trace ID:)[\s\S]*$/, '')
    .trim()
}

/** Whose thumbprint Entra ID speaks of: another than ours means that another certificate signed or the header changed. */
function compared(seen: string, { thumbprintSha1, thumbprintSha256 }: Signer): string {
  const same = { 'Our SHA-1': thumbprintSha1, 'Our SHA-256': thumbprintSha256 }
  const [name] = Object.entries(same).find(([, ours]) => ours === seen.toUpperCase()) ?? []
  return name ? `${name}, so the header arrived as we sent it` : 'Neither of ours: the header was changed on its way'
}

function thumbprintEvidence(message: string, signer: Signer | undefined): Evidence[] {
  if (!signer) return []
  const seen = thumbprintIn(message)
  const facts: [label: string, value: string | undefined][] = [
    ['Thumbprint Entra saw', seen ?? 'none that it could read'],
    ['Which is', seen && compared(seen, signer)],
    ['Our SHA-1', signer.thumbprintSha1],
    ['Our SHA-256', signer.thumbprintSha256],
    ['Key it found', /Found key '([^']*)'/.exec(message)?.[1]],
    ['Keys on the app', /Configured keys: \[(.*?)\]/.exec(message)?.[1]],
  ]
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

function clockEvidence(message: string, answer: Answer, now: Now): Evidence[] {
  const entraClock = /Current time: (\S+?Z)/.exec(message)?.[1] ?? answer.headers.get('date')
  const skew = clockSkewSeconds(entraClock, now)
  const from = /assertion valid from (\S+?Z)/.exec(message)?.[1]
  const expiry = expiryIn(message)
  return [
    ...(skew === undefined ? [] : [{ label: 'Our clock', value: describeSkew(skew) }]),
    ...(entraClock ? [{ label: 'Entra’s clock', value: entraClock }] : []),
    ...(from && expiry ? [{ label: 'Assertion valid', value: `${from} – ${expiry}` }] : []),
  ]
}

/** What helps with this very number, before the facts that every answer has. */
function specificEvidence(code: ErrorCode, message: string, answer: Answer, context: EntraErrorContext): Evidence[] {
  if (code.startsWith('AADSTS700027') || code === 'AADSTS50012') return thumbprintEvidence(message, context.signer)
  if (code.startsWith('AADSTS700024')) return clockEvidence(message, answer, context.now)
  if (code !== 'AADSTS700023') return []
  return [
    { label: 'Audience we signed', value: context.tokenUrl },
    { label: 'Token URL', value: context.tokenUrl },
  ]
}

/** What Microsoft's support and the tenant's sign-in log ask for. */
function commonEvidence(body: ErrorBody | undefined, answer: Answer): Evidence[] {
  const facts: [label: string, value: string | null | undefined][] = [
    ['HTTP status', String(answer.status)],
    ['Error', body?.error],
    ['Trace ID', body?.trace_id ?? answer.headers.get('x-ms-request-id')],
    ['Correlation ID', body?.correlation_id ?? answer.headers.get('client-request-id')],
    ['Timestamp', body?.timestamp ?? answer.headers.get('date')],
    ['Answer', quote(body?.error_description ?? answer.text)],
  ]
  return [...facts.flatMap(([label, value]) => (value ? [{ label, value }] : [])), ...pageEvidence(answer)]
}

/**
 * Turns an answer of Entra ID that is not what was asked for into an error of the catalog: by number, refined by the
 * bracketed reason, and with the raw text kept as evidence. Entra's numbers: Microsoft, “AADSTS error codes”.
 */
export function entraError(answer: Answer, context: EntraErrorContext): AppError {
  const body = parseBody(answer.text)
  const message = body?.error_description ?? ''
  const number = numberOf(body, answer.text)
  const code = codeOf(number, message, answer.status, context.now)
  const retryAfter = retryAfterOf(answer.headers, context.now)
  const detail = number === undefined ? undefined : `AADSTS${number}: ${quote(sentenceOf(message))}`
  return new AppError(code, {
    ...(detail === undefined ? {} : { detail }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    evidence: [...specificEvidence(code, message, answer, context), ...commonEvidence(body, answer)],
  })
}
