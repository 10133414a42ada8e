import 'server-only'
import { z } from 'zod'
import { AppError, type ErrorCode, type Evidence } from '#lib/platform/errors/index'
import type { Answer } from '#lib/platform/http/answer'
import { pageEvidence } from '#lib/platform/http/page'
import { quote } from '#lib/platform/http/redact'
import { retryAfterOf } from '#lib/platform/http/schema'
import type { Now } from '#lib/platform/http/time'

/** What was asked for: each takes a right of its own. */
export type Operation = 'read' | 'sign'

const envelope = z.object({
  error: z.object({
    code: z.string(),
    message: z.string().default(''),
    innererror: z.object({ code: z.string() }).nullish(),
  }),
})
type Said = z.output<typeof envelope>['error']

function read(text: string): Said | undefined {
  try {
    return envelope.parse(JSON.parse(text)).error
  } catch {
    return undefined
  }
}

const missingRole = { read: 'key_vault_read_role_missing', sign: 'key_vault_sign_role_missing' } as const
const missingPermission = { read: 'key_vault_read_policy_missing', sign: 'key_vault_sign_policy_missing' } as const
const missingObject = { read: 'key_vault_not_found', sign: 'key_vault_key_deleted' } as const

/**
 * What 403 stands for, by the inner code, or by the sentence where there is none. The inner codes of a key that is out of
 * its term are not documented; they are taken to be like those of secrets, `SecretExpired` for one.
 */
const forbidden: readonly (readonly [reason: RegExp, codeFor: (operation: Operation) => ErrorCode])[] = [
  [/ForbiddenByConnection|private link/i, () => 'key_vault_private_only'],
  [/ForbiddenByFirewall|ForbiddenByNsp|address is not authorized/i, () => 'key_vault_firewall'],
  [/KeyOperationForbidden|not permitted on this key/i, () => 'key_vault_key_may_not_sign'],
  [/Disabled/i, () => 'key_vault_key_disabled'],
  [/Expired/i, () => 'key_vault_key_expired'],
  [/NotYetValid|not yet valid/i, () => 'key_vault_key_not_yet_valid'],
  [/ForbiddenByRbac|not authorized to perform action/i, (operation) => missingRole[operation]],
  [/ForbiddenByPolicy|AccessDenied|does not have .+ permission/i, (operation) => missingPermission[operation]],
]

function forbiddenCode({ innererror, message }: Said, operation: Operation): ErrorCode {
  const reason = innererror?.code ?? message
  const [, codeFor] = forbidden.find(([pattern]) => pattern.test(reason)) ?? []
  return codeFor?.(operation) ?? 'key_vault_forbidden'
}

/** A vault tells the tenant it belongs to in every 401, so only its sentence says that the token is of another. */
const unauthorizedCode = ({ message }: Said): ErrorCode =>
  /AKV10032|invalid issuer/i.test(message) ? 'key_vault_other_tenant' : 'key_vault_token_refused'

/** What the vault said in its own words. */
function codeSaid(status: number, said: Said, operation: Operation): ErrorCode {
  switch (status) {
    case 400:
      return 'key_vault_request_refused'
    case 401:
      return unauthorizedCode(said)
    case 403:
      return forbiddenCode(said, operation)
    case 404:
      return missingObject[operation]
    default:
      return 'key_vault_answer_unexpected'
  }
}

/** What no words are needed for: some of it comes from in front of the vault, as a page. */
const byStatus: Readonly<Record<number, ErrorCode>> = { 407: 'proxy_sign_in_required', 429: 'key_vault_throttled' }

function codeOf({ status }: Answer, said: Said | undefined, operation: Operation): ErrorCode {
  const code = byStatus[status] ?? (status >= 500 ? 'key_vault_unavailable' : undefined)
  return code ?? (said ? codeSaid(status, said, operation) : 'key_vault_answer_unexpected')
}

/** The tenant that the vault belongs to; it tells everybody who shows no good token. */
const tenantIn = (headers: Headers): string | undefined =>
  /authorization="https:\/\/[^/"]+\/([0-9a-f-]{36})"/i.exec(headers.get('www-authenticate') ?? '')?.[1]

/** The right that is missing, in the long sentences of roles and of access policies that say so. */
const rightIn = (message = ''): string | undefined =>
  /Action: '([^']+)'/.exec(message)?.[1] ?? /does not have (.+?) permission/.exec(message)?.[1]

/** What was asked and what came back, as it may be shown and copied. */
export function evidenceOf(answer: Answer, asked: string): Evidence[] {
  const said = read(answer.text)
  const facts: [label: string, value: string | null | undefined][] = [
    ['Right', rightIn(said?.message)],
    ['Request', asked],
    ['HTTP status', String(answer.status)],
    ['Code', [said?.code, said?.innererror?.code].filter(Boolean).join(', ')],
    ['Tenant of the vault', tenantIn(answer.headers)],
    ['Retry-After', answer.headers.get('retry-after')],
    ['Request ID', answer.headers.get('x-ms-request-id')],
    ['Answer', quote(said?.message || answer.text)],
  ]
  return [...facts.flatMap(([label, value]) => (value ? [{ label, value }] : [])), ...pageEvidence(answer)]
}

interface Asked {
  readonly operation: Operation
  /** Method and address. */
  readonly place: string
}

/**
 * Turns every answer of Key Vault that is an error into one of the catalog: by status, then by the inner code.
 * Source: Microsoft, “Azure Key Vault REST API error codes”; the inner codes are as reported.
 */
export function keyVaultError(answer: Answer, { operation, place }: Asked, now: Now): AppError {
  return new AppError(codeOf(answer, read(answer.text), operation), {
    evidence: evidenceOf(answer, place),
    retryAfter: retryAfterOf(answer.headers, now),
  })
}
