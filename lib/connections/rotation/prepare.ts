import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { Connection } from '../schema'
import { type ConnectionsContext, selectConnection } from '../store'
import { cancel, chooseNext } from './steps'
import { certificatesOf, takeStep } from './store'

/**
 * Puts a certificate beside the one that signs; nothing else changes yet.
 * @param certificateId of the member's workspace, which the caller has made sure of
 * @throws role_insufficient, not_found, rotation_out_of_step, rotation_certificate_is_current
 */
export async function prepareRotation(
  context: ConnectionsContext,
  member: Member,
  id: string,
  certificateId: string,
): Promise<Connection> {
  requireRole(member, 'editor')
  const connection = await selectConnection(context, member.workspaceId, id)
  return takeStep(context, member.workspaceId, connection, chooseNext(certificatesOf(connection), certificateId))
}

/**
 * Takes the next certificate away again.
 * @throws role_insufficient, not_found, rotation_out_of_step
 */
export async function cancelRotation(context: ConnectionsContext, member: Member, id: string): Promise<Connection> {
  requireRole(member, 'editor')
  const connection = await selectConnection(context, member.workspaceId, id)
  return takeStep(context, member.workspaceId, connection, cancel(certificatesOf(connection)))
}
