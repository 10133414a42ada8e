import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { Connection } from '../schema'
import { type ConnectionsContext, selectConnection } from '../store'
import { switchBack, switchOver } from './steps'
import { certificatesOf, takeStep } from './store'
import type { TrialLink } from './try-certificate'

const day = 86_400_000

interface SwitchOptions {
  readonly graceDays: number
  /** Signs with the next certificate only. */
  readonly next: TrialLink
  readonly now?: Date
}

/**
 * Lets the next certificate sign, once Entra ID has taken it. The one before stays at hand for the grace period.
 * @throws role_insufficient, not_found, rotation_out_of_step, and why Entra ID does not take the next one
 */
export async function switchCertificate(
  context: ConnectionsContext,
  member: Member,
  id: string,
  { graceDays, next, now = new Date() }: SwitchOptions,
): Promise<Connection> {
  requireRole(member, 'editor')
  const connection = await selectConnection(context, member.workspaceId, id)
  const graceEndsAt = new Date(now.getTime() + graceDays * day).toISOString()
  const switched = switchOver(certificatesOf(connection), graceEndsAt)
  await next.tokenSource.fresh()
  return takeStep(context, member.workspaceId, connection, switched)
}

/**
 * Lets the previous certificate sign again; the other one is the next again. It works without asking Entra ID, because
 * it is for when something is wrong.
 * @throws role_insufficient, not_found, rotation_out_of_step
 */
export async function switchCertificateBack(
  context: ConnectionsContext,
  member: Member,
  id: string,
): Promise<Connection> {
  requireRole(member, 'editor')
  const connection = await selectConnection(context, member.workspaceId, id)
  return takeStep(context, member.workspaceId, connection, switchBack(certificatesOf(connection)))
}
