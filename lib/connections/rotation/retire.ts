import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { Connection } from '../schema'
import { type ConnectionsContext, selectConnection } from '../store'
import { retire } from './steps'
import { certificatesOf, takeStep } from './store'
import type { TrialLink } from './try-certificate'

/**
 * Ends a rotation: the previous certificate signs no more, and may be deleted at Entra ID. Refused while the current one
 * does not work by itself.
 * @param current Signs with the current certificate only
 * @throws role_insufficient, not_found, rotation_out_of_step, and why Entra ID does not take the current one
 */
export async function retirePreviousCertificate(
  context: ConnectionsContext,
  member: Member,
  id: string,
  current: TrialLink,
): Promise<Connection> {
  requireRole(member, 'editor')
  const connection = await selectConnection(context, member.workspaceId, id)
  const retired = retire(certificatesOf(connection))
  await current.tokenSource.fresh()
  return takeStep(context, member.workspaceId, connection, retired)
}
