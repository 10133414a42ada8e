import 'server-only'
import { z } from 'zod'
import { AppError, type ErrorCode, type Evidence } from '#lib/platform/errors/index'
import type { Answer } from '#lib/platform/http/answer'
import { quote } from '#lib/platform/http/redact'
import { retryAfterOf } from '#lib/platform/http/schema'
import type { Now } from '#lib/platform/http/time'

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

/** The inner code tells apart what 403 stands for; those of a key that is out of its term are not documented. */
const forbiddenCodes: readonly (readonly [RegExp, ErrorCode])[] = [
  [/Firewall|Connection|Network/i, 'key_vault_firewall'],
  [/Disabled|Expired|NotYetValid/i, 'key_vault_key_disabled'],
]

function codeOf(status: number, said: Said | undefined): ErrorCode {
  if (status === 429) return 'key_vault_throttled'
  if (!said) return 'key_vault_answer_unexpected'
  const reason = said.innererror?.code ?? said.message
  if (status === 403) return forbiddenCodes.find(([pattern]) => pattern.test(reason))?.[1] ?? 'key_vault_forbidden'
  if (status === 401) return 'key_vault_other_tenant'
  return status === 404 ? 'key_vault_not_found' : 'key_vault_answer_unexpected'
}

/** The tenant that the vault belongs to; it tells everybody who shows no good token. */
const tenantIn = (headers: Headers): string | undefined =>
  /authorization="https:\/\/[^/"]+\/([0-9a-f-]{36})"/i.exec(headers.get('www-authenticate') ?? '')?.[1]

/** The right that is missing, in the long sentence that says so. */
const actionIn = (message: string | undefined): string | undefined => /Action: '([^']+)'/.exec(message ?? '')?.[1]

/** What was asked and what came back, as it may be shown and copied. */
export function evidenceOf(answer: Answer, asked: string): Evidence[] {
  const said = read(answer.text)
  const facts: [label: string, value: string | null | undefined][] = [
    ['Right', actionIn(said?.message)],
    ['Request', asked],
    ['HTTP status', String(answer.status)],
    ['Code', [said?.code, said?.innererror?.code].filter(Boolean).join(', ')],
    ['Tenant of the vault', tenantIn(answer.headers)],
    ['Request ID', answer.headers.get('x-ms-request-id')],
    ['Answer', quote(said?.message || answer.text)],
  ]
  return facts.flatMap(([label, value]) => (value ? [{ label, value }] : []))
}

/**
 * Turns every answer of Key Vault that is an error into one of the catalog: by status, then by the inner code.
 * Source: Microsoft, “Azure Key Vault REST API error codes”.
 */
export function keyVaultError(answer: Answer, asked: string, now: Now): AppError {
  const said = read(answer.text)
  return new AppError(codeOf(answer.status, said), {
    evidence: evidenceOf(answer, asked),
    retryAfter: retryAfterOf(answer.headers, now),
  })
}
