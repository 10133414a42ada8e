import 'server-only'
import type { Member } from '#lib/platform/access'
import type { ActivityKind, ActivitySubject } from './schema'
import { type ActivityContext, insertActivity } from './store'

/**
 * Writes down what a member did. It asks for no role: the verb that did it has. The name of the subject is shown as it
 * is, so it must be no secret.
 * @throws storage_unavailable
 */
export async function recordActivity(
  { db }: ActivityContext,
  member: Member,
  kind: ActivityKind,
  subject?: ActivitySubject,
): Promise<void> {
  await insertActivity(db, member, kind, subject)
}
