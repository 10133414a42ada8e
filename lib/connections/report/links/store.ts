import 'server-only'
import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm'
import { AppError } from '#lib/platform/errors/index'
import type { Database } from '#lib/platform/storage/database'
import { connections, connectionTests, reportLinks } from '#lib/platform/storage/tables'
import { ofWorkspace } from '../../store'
import type { ReportLink } from './schema'

/** Where a test is found; the workspace is that of the member who asks. */
export interface TestPlace {
  readonly workspaceId: string
  readonly connectionId: string
  readonly testId: string
}

/** @throws not_found also for a test of another workspace, so that its existence does not show */
export async function requireTest(db: Database, { workspaceId, connectionId, testId }: TestPlace): Promise<void> {
  const [row] = await db
    .select({ id: connectionTests.id })
    .from(connectionTests)
    .innerJoin(connections, eq(connections.id, connectionTests.connectionId))
    .where(and(ofWorkspace(workspaceId, connectionId), eq(connectionTests.id, testId)))
  if (!row) throw new AppError('not_found', { detail: 'There is no such test of this connection.' })
}

const toLink = (row: typeof reportLinks.$inferSelect): ReportLink => ({
  id: row.id,
  name: row.name,
  identifiers: row.identifiers,
  createdAt: row.createdAt.toISOString(),
  expiresAt: row.expiresAt.toISOString(),
  ...(row.revokedAt && { revokedAt: row.revokedAt.toISOString() }),
  openedCount: row.openedCount,
})

type NewRow = Pick<typeof reportLinks.$inferInsert, 'testId' | 'name' | 'identifiers' | 'secretHash' | 'expiresAt'>

export async function insertLink(db: Database, values: NewRow): Promise<ReportLink> {
  const [row] = await db
    .insert(reportLinks)
    .values({ id: crypto.randomUUID(), ...values })
    .returning()
  if (!row) throw new AppError('storage_unavailable')
  return toLink(row)
}

export async function selectLinks(db: Database, testId: string): Promise<ReportLink[]> {
  const rows = await db
    .select()
    .from(reportLinks)
    .where(eq(reportLinks.testId, testId))
    .orderBy(desc(reportLinks.createdAt))
  return rows.map(toLink)
}

/** @returns Whether it was there and still worked */
export async function writeRevoked(db: Database, testId: string, id: string): Promise<boolean> {
  const revoked = await db
    .update(reportLinks)
    .set({ revokedAt: sql`now()` })
    .where(and(eq(reportLinks.id, id), eq(reportLinks.testId, testId), isNull(reportLinks.revokedAt)))
    .returning({ id: reportLinks.id })
  return revoked.length === 1
}

/** Counts one more opening, in the same statement that asks whether the link still works. */
export async function countOpening(db: Database, secretHash: string, now: Date) {
  const [link] = await db
    .update(reportLinks)
    .set({ openedCount: sql`${reportLinks.openedCount} + 1` })
    .where(and(eq(reportLinks.secretHash, secretHash), isNull(reportLinks.revokedAt), gt(reportLinks.expiresAt, now)))
    .returning({ testId: reportLinks.testId, identifiers: reportLinks.identifiers })
  return link
}

export async function selectPlace(db: Database, testId: string): Promise<TestPlace | undefined> {
  const [place] = await db
    .select({ workspaceId: connections.workspaceId, connectionId: connections.id, testId: connectionTests.id })
    .from(connectionTests)
    .innerJoin(connections, eq(connections.id, connectionTests.connectionId))
    .where(eq(connectionTests.id, testId))
  return place
}
