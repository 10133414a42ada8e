import 'server-only'
import { and, desc, eq, lt, sql } from 'drizzle-orm'
import type { Member } from '#lib/platform/access'
import type { Database } from '#lib/platform/storage/database'
import { activity, members } from '#lib/platform/storage/tables'
import type { ActivityEntry, ActivityKind, ActivitySubject } from './schema'

/** What the verbs of this feature work with. */
export interface ActivityContext {
  readonly db: Database
}

type Row = typeof activity.$inferSelect

const toEntry = ({ id, at, memberName, kind, subjectId, subjectName }: Row): ActivityEntry => ({
  id,
  at: at.toISOString(),
  memberName,
  // Written by insertActivity below and by nothing else.
  kind: kind as ActivityKind,
  ...(subjectId !== null && subjectName !== null && { subject: { id: subjectId, name: subjectName } }),
})

export async function insertActivity(
  db: Database,
  { id: memberId, workspaceId }: Member,
  kind: ActivityKind,
  subject: ActivitySubject | undefined,
): Promise<void> {
  const memberName = sql<string>`(select ${members.name} from ${members} where ${members.id} = ${memberId})`
  const values = { workspaceId, memberId, memberName, kind, subjectId: subject?.id, subjectName: subject?.name }
  await db.insert(activity).values(values)
}

/** Newest first; with `before` only what is older than that entry. */
export async function selectActivity(
  db: Database,
  workspaceId: string,
  { before, limit }: { readonly before: number | undefined; readonly limit: number },
): Promise<ActivityEntry[]> {
  const rows = await db
    .select()
    .from(activity)
    .where(and(eq(activity.workspaceId, workspaceId), before === undefined ? undefined : lt(activity.id, before)))
    .orderBy(desc(activity.id))
    .limit(limit)
  return rows.map(toEntry)
}
