import 'server-only'
import { and, desc, eq, inArray } from 'drizzle-orm'
import { AppError } from '#lib/platform/errors/index'
import type { Database } from '#lib/platform/storage/database'
import { connections, connectionTests } from '#lib/platform/storage/tables'
import type { Vault } from '#lib/platform/vault/vault'
import type { Rotation } from './rotation/schema'
import type { CheckResult, Connection, ConnectionHealth, ConnectionSettings } from './schema'

/** What the verbs of this feature work with. */
export interface ConnectionsContext {
  readonly db: Database
  readonly vault: Vault
}

const purpose = 'connection-settings'

type Row = typeof connections.$inferSelect

function rotationOf({
  nextCertificateId,
  previousCertificateId,
  graceEndsAt,
  previousUsedAt,
}: Row): Rotation | undefined {
  if (!(nextCertificateId || previousCertificateId)) return undefined
  return {
    ...(nextCertificateId && { nextCertificateId }),
    ...(previousCertificateId && { previousCertificateId }),
    ...(graceEndsAt && { graceEndsAt: graceEndsAt.toISOString() }),
    ...(previousUsedAt && { previousUsedAt: previousUsedAt.toISOString() }),
  }
}

async function toConnection(context: ConnectionsContext, row: Row, health?: ConnectionHealth): Promise<Connection> {
  const rotation = rotationOf(row)
  return {
    id: row.id,
    settings: JSON.parse(await context.vault.unseal(purpose, row.id, row.sealedSettings)),
    createdAt: row.createdAt.toISOString(),
    updatedAt: row.updatedAt.toISOString(),
    ...(rotation ? { rotation } : {}),
    ...(health ? { health } : {}),
    ...(row.checkEveryMinutes !== null && { checkEveryMinutes: row.checkEveryMinutes }),
    ...(row.writesUntil && { writesUntil: row.writesUntil.toISOString() }),
  }
}

const toHealth = (test: typeof connectionTests.$inferSelect): ConnectionHealth => ({
  verdict: test.verdict,
  testedAt: test.testedAt.toISOString(),
  // Written by insertTest and by nothing else.
  results: test.results as readonly CheckResult[],
})

async function latestTests(db: Database, ids: string[]): Promise<Map<string, ConnectionHealth>> {
  if (ids.length === 0) return new Map()
  const rows = await db
    .selectDistinctOn([connectionTests.connectionId])
    .from(connectionTests)
    .where(inArray(connectionTests.connectionId, ids))
    .orderBy(connectionTests.connectionId, desc(connectionTests.testedAt))
  return new Map(rows.map((row) => [row.connectionId, toHealth(row)]))
}

export async function selectConnections(context: ConnectionsContext, workspaceId: string): Promise<Connection[]> {
  const rows = await context.db
    .select()
    .from(connections)
    .where(eq(connections.workspaceId, workspaceId))
    .orderBy(connections.createdAt)
  const health = await latestTests(
    context.db,
    rows.map((row) => row.id),
  )
  return Promise.all(rows.map((row) => toConnection(context, row, health.get(row.id))))
}

export const ofWorkspace = (workspaceId: string, id: string) =>
  and(eq(connections.id, id), eq(connections.workspaceId, workspaceId))

/** @throws not_found also for a connection of another workspace, so that its existence does not show */
export async function selectConnection(
  context: ConnectionsContext,
  workspaceId: string,
  id: string,
): Promise<Connection> {
  const [row] = await context.db.select().from(connections).where(ofWorkspace(workspaceId, id))
  if (!row) throw new AppError('not_found', { detail: 'There is no such connection in this workspace.' })
  return toConnection(context, row, (await latestTests(context.db, [id])).get(id))
}

export const sealSettings = (context: ConnectionsContext, id: string, settings: ConnectionSettings) =>
  context.vault.seal(purpose, id, JSON.stringify(settings))

export async function insertConnection(
  context: ConnectionsContext,
  workspaceId: string,
  settings: ConnectionSettings,
): Promise<Connection> {
  const id = crypto.randomUUID()
  const sealedSettings = await sealSettings(context, id, settings)
  await context.db
    .insert(connections)
    .values({ id, workspaceId, certificateId: settings.certificateId, sealedSettings })
  return selectConnection(context, workspaceId, id)
}

const noRotation = { nextCertificateId: null, previousCertificateId: null, graceEndsAt: null, previousUsedAt: null }

/** Another certificate, chosen by hand, ends a rotation. */
export async function updateSettings(
  context: ConnectionsContext,
  workspaceId: string,
  { id, settings: old }: Connection,
  settings: ConnectionSettings,
): Promise<void> {
  const { certificateId } = settings
  const sealedSettings = await sealSettings(context, id, settings)
  await context.db
    .update(connections)
    .set({
      certificateId,
      sealedSettings,
      // It was allowed for what the connection was then.
      writesUntil: null,
      updatedAt: new Date(),
      ...(certificateId === old.certificateId ? {} : noRotation),
    })
    .where(ofWorkspace(workspaceId, id))
}

export async function deleteConnection(context: ConnectionsContext, workspaceId: string, id: string): Promise<void> {
  await context.db.delete(connections).where(ofWorkspace(workspaceId, id))
}
