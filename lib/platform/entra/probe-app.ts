import 'server-only'
import { AppError, isAppError } from '#lib/platform/errors/index'
import { askEntra, type EntraConversation } from './entra-request'

interface ProbedApp extends EntraConversation {
  readonly clientId: string
  readonly scope: string
  readonly signal?: AbortSignal | undefined
}

/** What Entra ID says when everything but a credential is there. */
const credentialMissing = ['AADSTS7000218', 'AADSTS7000216']

/**
 * Asks whether the tenant knows an app, by a token request without a credential: Entra ID looks at the app first and
 * only then misses the credential. That order is inferred from reports, not documented.
 * @throws AADSTS700016 for an app that it does not know, other codes as they come; entra_unreachable, entra_unexpected_answer
 */
export async function probeApp({ clientId, scope, signal, ...conversation }: ProbedApp): Promise<void> {
  const body = new URLSearchParams({ client_id: clientId, scope, grant_type: 'client_credentials' })
  const requestWith = async () => (signal: AbortSignal) =>
    new Request(conversation.tokenUrl, { method: 'POST', body, redirect: 'manual', signal })
  try {
    await askEntra(conversation, requestWith, () => undefined, signal)
  } catch (error) {
    if (!isAppError(error) || !credentialMissing.includes(error.code)) throw error
    return
  }
  throw new AppError('entra_unexpected_answer')
}
