import 'server-only'
import { AppError, describe, type ErrorCode, type Evidence, isAppError } from '#lib/platform/errors/index'

/** What means something else of the app that calls a vault than of the app of a connection, where it is frequent. */
const codes: Partial<Record<ErrorCode, ErrorCode>> = {
  AADSTS700027: 'key_vault_caller_certificate_unknown',
  AADSTS50012: 'key_vault_caller_certificate_unknown',
  AADSTS700027_expired: 'key_vault_caller_certificate_expired',
  AADSTS700016: 'key_vault_caller_app_unknown',
  AADSTS90002: 'key_vault_caller_app_unknown',
  AADSTS7000112: 'key_vault_caller_disabled',
  AADSTS7000229: 'key_vault_caller_not_added',
  AADSTS53003: 'key_vault_caller_blocked',
}

/** The clock, the network and Microsoft's own faults are mended in the same way, whoever signs in. */
const concernsAnybody = (code: ErrorCode): boolean => ['operator', 'microsoft'].includes(describe(code).owner ?? '')

/** What the catalog says of a number for which there is nothing of its own. */
function explained({ code, evidence }: AppError): Evidence[] {
  const { title, remedy } = describe(code)
  return [{ label: code, value: title }, { label: 'What mends it', value: remedy }, ...evidence]
}

/**
 * What keeps the caller of a vault from getting a token. What Entra ID says of its app is told apart from the same about
 * the app of the connection, which is another one; everything else stays as it is.
 */
export function callerError(failure: unknown): unknown {
  if (!isAppError(failure) || !failure.code.startsWith('AADSTS') || concernsAnybody(failure.code)) return failure
  const { detail, evidence } = failure
  const code = codes[failure.code]
  return code
    ? new AppError(code, { detail, evidence, cause: failure })
    : new AppError('key_vault_caller_refused', { detail, evidence: explained(failure), cause: failure })
}
