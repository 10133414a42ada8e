import 'server-only'
import { and, eq } from 'drizzle-orm'
import { AppError } from '#lib/platform/errors/index'
import type { Database } from '#lib/platform/storage/database'
import { handOffs } from '#lib/platform/storage/tables'
import type { Vault } from '#lib/platform/vault/vault'
import { type SetupDraft, setupDraft } from '../schema'
import type { HandOff } from './schema'

/** What the verbs of hand-offs work with. */
export interface HandOffsContext {
  readonly db: Database
  readonly vault: Vault
}

export type HandOffRow = typeof handOffs.$inferSelect

const purposes = { sealedDraft: 'hand-off-draft', sealedReport: 'hand-off-report' } as const
type Sealed = keyof typeof purposes

const seal = ({ vault }: HandOffsContext, column: Sealed, id: string, draft: SetupDraft): Promise<string> =>
  vault.seal(purposes[column], id, JSON.stringify(draft))

/** The setup's values as they were handed on, or what the helper has entered. */
export async function unsealed({ vault }: HandOffsContext, column: Sealed, row: HandOffRow): Promise<SetupDraft> {
  return setupDraft.parse(JSON.parse(await vault.unseal(purposes[column], row.id, row[column])))
}

export async function toHandOff(context: HandOffsContext, row: HandOffRow): Promise<HandOff> {
  return {
    id: row.id,
    helper: row.helper,
    createdAt: row.createdAt.toISOString(),
    expiresAt: row.expiresAt.toISOString(),
    ...(row.openedAt && { openedAt: row.openedAt.toISOString() }),
    ...(row.revokedAt && { revokedAt: row.revokedAt.toISOString() }),
    ...(row.reportedAt && { reportedAt: row.reportedAt.toISOString() }),
    report: await unsealed(context, 'sealedReport', row),
  }
}

type NewRow = Pick<HandOffRow, 'workspaceId' | 'memberId' | 'secretHash' | 'helper' | 'expiresAt'>

export async function insertHandOff(context: HandOffsContext, values: NewRow, draft: SetupDraft): Promise<HandOffRow> {
  const id = crypto.randomUUID()
  const [sealedDraft, sealedReport] = await Promise.all([
    seal(context, 'sealedDraft', id, draft),
    seal(context, 'sealedReport', id, {}),
  ])
  const [row] = await context.db
    .insert(handOffs)
    .values({ ...values, id, sealedDraft, sealedReport })
    .returning()
  if (!row) throw new AppError('storage_unavailable')
  return row
}

/** @throws not_found also for one of another workspace, so that its existence does not show */
export async function selectHandOff(db: Database, workspaceId: string, id: string): Promise<HandOffRow> {
  const [row] = await db
    .select()
    .from(handOffs)
    .where(and(eq(handOffs.id, id), eq(handOffs.workspaceId, workspaceId)))
  if (!row) throw new AppError('not_found', { detail: 'There is no such link in this workspace.' })
  return row
}

export async function findBySecret(db: Database, secretHash: string): Promise<HandOffRow | undefined> {
  const [row] = await db.select().from(handOffs).where(eq(handOffs.secretHash, secretHash))
  return row
}

export async function writeSealed(
  context: HandOffsContext,
  column: Sealed,
  { id }: HandOffRow,
  draft: SetupDraft,
): Promise<void> {
  const sealed = await seal(context, column, id, draft)
  const reported = column === 'sealedReport' ? { reportedAt: new Date() } : {}
  await context.db
    .update(handOffs)
    .set({ [column]: sealed, ...reported })
    .where(eq(handOffs.id, id))
}

export async function writeInstant(db: Database, id: string, column: 'openedAt' | 'revokedAt', at: Date) {
  await db
    .update(handOffs)
    .set({ [column]: at })
    .where(eq(handOffs.id, id))
}
