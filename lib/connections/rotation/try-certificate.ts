import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { AppError, describe, isAppError } from '#lib/platform/errors/index'
import type { ConnectionLink } from '../link'
import type { Signing, Trial } from './schema'

/** A connection that signs with one of its certificates only. */
export type TrialLink = Pick<ConnectionLink, 'certificate' | 'tokenSource' | 'endpoints'>

/** Entra ID gives a token, and Azure DevOps takes it. */
async function signIn({ tokenSource, endpoints }: TrialLink, signal?: AbortSignal): Promise<void> {
  await tokenSource.fresh(signal)
  await endpoints.getConnectionData({ signal })
}

function failureOf({ code, detail, evidence }: AppError): NonNullable<Trial['failure']> {
  const { title, remedy } = describe(code)
  return { code, title, remedy, evidence, ...(detail && { detail }) }
}

/**
 * Signs in with one certificate of a connection, past every kept token and without the help of another. That it fails is
 * an answer too.
 * @throws role_insufficient
 */
export async function tryCertificate(
  link: TrialLink,
  member: Member,
  signing: Signing,
  signal?: AbortSignal,
): Promise<Trial> {
  requireRole(member, 'editor')
  const started = performance.now()
  const result = await signIn(link, signal).then(
    () => ({}),
    (thrown: unknown) => ({ failure: failureOf(isAppError(thrown) ? thrown : new AppError('internal')) }),
  )
  signal?.throwIfAborted()
  const { thumbprintSha1 } = link.certificate
  return { signing, thumbprintSha1, durationMs: Math.round(performance.now() - started), ...result }
}
