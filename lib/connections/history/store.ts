import 'server-only'
import { and, desc, eq, lt, notInArray, or, sql } from 'drizzle-orm'
import type { Member } from '#lib/platform/access'
import { AppError } from '#lib/platform/errors/index'
import type { Database } from '#lib/platform/storage/database'
import { connectionTests, members } from '#lib/platform/storage/tables'
import type { CheckResult, Connection, ConnectionSettings, FinishedTest, TestVerdict } from '../schema'
import type { ConnectionsContext } from '../store'
import type { ComparedTest } from './compare-tests'
import type { TestSummary } from './schema'

const purpose = 'connection-test-settings'

/** As many as anybody looks through, and as long as certificates and people are remembered. */
const keptTests = 200
const keptDays = 90

async function forgetOldTests(db: Database, connectionId: string): Promise<void> {
  const newest = (count: number) =>
    db
      .select({ id: connectionTests.id })
      .from(connectionTests)
      .where(eq(connectionTests.connectionId, connectionId))
      .orderBy(desc(connectionTests.testedAt))
      .limit(count)
  const isOld = lt(connectionTests.testedAt, sql`now() - make_interval(days => ${keptDays})`)
  await db
    .delete(connectionTests)
    .where(
      and(
        eq(connectionTests.connectionId, connectionId),
        or(notInArray(connectionTests.id, newest(keptTests)), and(isOld, notInArray(connectionTests.id, newest(1)))),
      ),
    )
}

/** @param by Who started it; nobody where it started by itself */
export async function insertTest(
  { db, vault }: ConnectionsContext,
  { id: connectionId, settings }: Pick<Connection, 'id' | 'settings'>,
  test: FinishedTest,
  by: Member | undefined,
): Promise<void> {
  const id = crypto.randomUUID()
  const sealedSettings = await vault.seal(purpose, id, JSON.stringify(settings))
  const started = { memberId: by?.id ?? null, bySchedule: by === undefined }
  await db.insert(connectionTests).values({ id, connectionId, sealedSettings, ...started, ...test })
  await forgetOldTests(db, connectionId)
}

/** Of the first check that failed, else of the first that warned; the results are in the order of the checks. */
const findingOf = (member: 'code' | 'title') => {
  const first = (verdict: string) =>
    sql`jsonb_path_query_first(${connectionTests.results}, ${`$[*] ? (@.verdict == "${verdict}").finding.${member}`}::jsonpath)`
  return sql<string | null>`coalesce(${first('failed')}, ${first('warned')}) #>> '{}'`
}

const summaryColumns = {
  id: connectionTests.id,
  testedAt: connectionTests.testedAt,
  verdict: connectionTests.verdict,
  durationMs: connectionTests.durationMs,
  bySchedule: connectionTests.bySchedule,
  startedBy: members.name,
  code: findingOf('code'),
  title: findingOf('title'),
}

interface SummaryRow {
  readonly id: string
  readonly testedAt: Date
  readonly verdict: TestVerdict
  readonly durationMs: number | null
  readonly bySchedule: boolean
  readonly startedBy: string | null
  readonly code: string | null
  readonly title: string | null
}

const toSummary = ({ testedAt, durationMs, bySchedule, startedBy, code, title, ...row }: SummaryRow): TestSummary => ({
  ...row,
  testedAt: testedAt.toISOString(),
  isScheduled: bySchedule,
  ...(durationMs !== null && { durationMs }),
  ...(startedBy !== null && { startedBy }),
  ...(code !== null && { finding: { code, title: title ?? code } }),
})

export async function selectTests(db: Database, connectionId: string): Promise<TestSummary[]> {
  const rows = await db
    .select(summaryColumns)
    .from(connectionTests)
    .leftJoin(members, eq(members.id, connectionTests.memberId))
    .where(eq(connectionTests.connectionId, connectionId))
    .orderBy(desc(connectionTests.testedAt))
    .limit(keptTests)
  return rows.map(toSummary)
}

export interface StoredTest extends ComparedTest {
  readonly summary: TestSummary
}

type Content = Pick<typeof connectionTests.$inferSelect, 'id' | 'results' | 'durationMs' | 'sealedSettings'>

async function toCompared({ vault }: ConnectionsContext, row: Content): Promise<ComparedTest> {
  const settings: ConnectionSettings | undefined =
    row.sealedSettings === null ? undefined : JSON.parse(await vault.unseal(purpose, row.id, row.sealedSettings))
  // Written by insertTest above and by nothing else.
  const results = row.results as readonly CheckResult[]
  return { results, settings, durationMs: row.durationMs ?? undefined }
}

const contentColumns = { results: connectionTests.results, sealedSettings: connectionTests.sealedSettings }

/** @throws not_found */
export async function selectTest(context: ConnectionsContext, connectionId: string, id: string): Promise<StoredTest> {
  const [row] = await context.db
    .select({ ...summaryColumns, ...contentColumns })
    .from(connectionTests)
    .leftJoin(members, eq(members.id, connectionTests.memberId))
    .where(and(eq(connectionTests.connectionId, connectionId), eq(connectionTests.id, id)))
  if (!row) throw new AppError('not_found', { detail: 'There is no such test of this connection.' })
  const { results: _, sealedSettings: __, ...summary } = row
  return { summary: toSummary(summary), ...(await toCompared(context, row)) }
}

/** The last test before a time that found nothing wrong. */
export async function selectLastGood(context: ConnectionsContext, connectionId: string, before: string) {
  const [row] = await context.db
    .select()
    .from(connectionTests)
    .where(
      and(
        eq(connectionTests.connectionId, connectionId),
        eq(connectionTests.verdict, 'passed'),
        lt(connectionTests.testedAt, new Date(before)),
      ),
    )
    .orderBy(desc(connectionTests.testedAt))
    .limit(1)
  return row && { id: row.id, testedAt: row.testedAt.toISOString(), test: await toCompared(context, row) }
}
