import 'server-only'
import { eq, sql } from 'drizzle-orm'
import type { Member } from '#lib/platform/access'
import type { Database } from '#lib/platform/storage/database'
import { members, redeemedSignInLinks, workspaces } from '#lib/platform/storage/tables'

type Row = typeof members.$inferSelect

const toMember = ({ id, workspaceId, role }: Row): Member => ({ id, workspaceId, role })

export async function selectMember(db: Database, id: string): Promise<Member | undefined> {
  const [row] = await db.select().from(members).where(eq(members.id, id))
  return row && toMember(row)
}

export async function selectWorkspaceIds(db: Database): Promise<string[]> {
  const rows = await db.select({ id: workspaces.id }).from(workspaces)
  return rows.map(({ id }) => id)
}

/** The owner of the first workspace, whom a sign-in link signs in. */
export async function selectFirstOwner(db: Database): Promise<Member | undefined> {
  const [row] = await db.select().from(members).where(eq(members.role, 'owner')).orderBy(members.createdAt).limit(1)
  return row && toMember(row)
}

/** Until the transaction ends nobody else makes a workspace, so that two links redeemed at once make one owner. */
export async function lockFirstWorkspace(transaction: Database): Promise<void> {
  await transaction.execute(sql`lock table ${workspaces} in share row exclusive mode`)
}

export async function insertFirstWorkspace(db: Database): Promise<Member> {
  const member: Member = { id: crypto.randomUUID(), workspaceId: crypto.randomUUID(), role: 'owner' }
  await db.insert(workspaces).values({ id: member.workspaceId, name: 'Workspace' })
  await db.insert(members).values({ ...member, name: 'Owner' })
  return member
}

/** False when the link was redeemed before: of two that try at once, the primary key lets one pass. */
export async function insertRedemption(db: Database, linkId: string): Promise<boolean> {
  const rows = await db.insert(redeemedSignInLinks).values({ linkId }).onConflictDoNothing().returning()
  return rows.length === 1
}
