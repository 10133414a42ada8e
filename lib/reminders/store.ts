import 'server-only'
import { and, eq, lt } from 'drizzle-orm'
import type { Webhook } from '#lib/platform/notify/webhook'
import type { Database } from '#lib/platform/storage/database'
import { reminders, sentNotifications } from '#lib/platform/storage/tables'
import type { Vault } from '#lib/platform/vault/vault'
import type { Channel } from './schema'

/** What the verbs of this feature work with. */
export interface RemindersContext {
  readonly db: Database
  readonly vault: Vault
}

/** Sealed as a whole: the address of a webhook often is a secret by itself. */
export interface ReminderSettings {
  readonly emails: readonly string[]
  readonly webhook?: Webhook
}

const purpose = 'reminder-settings'

export async function selectReminders({ db, vault }: RemindersContext, workspaceId: string): Promise<ReminderSettings> {
  const [row] = await db.select().from(reminders).where(eq(reminders.workspaceId, workspaceId))
  return row ? JSON.parse(await vault.unseal(purpose, workspaceId, row.sealedSettings)) : { emails: [] }
}

export async function writeReminders(
  { db, vault }: RemindersContext,
  workspaceId: string,
  settings: ReminderSettings,
): Promise<void> {
  const sealedSettings = await vault.seal(purpose, workspaceId, JSON.stringify(settings))
  const set = { sealedSettings, updatedAt: new Date() }
  await db
    .insert(reminders)
    .values({ workspaceId, ...set })
    .onConflictDoUpdate({ target: reminders.workspaceId, set })
}

interface Sent {
  readonly workspaceId: string
  readonly notificationId: string
  readonly channel: Channel
}

/** False when it was told before: of two that try at once, the primary key lets one pass. */
export async function insertSent(db: Database, sent: Sent): Promise<boolean> {
  const rows = await db.insert(sentNotifications).values(sent).onConflictDoNothing().returning()
  return rows.length === 1
}

export async function deleteSent(db: Database, { workspaceId, notificationId, channel }: Sent): Promise<void> {
  await db
    .delete(sentNotifications)
    .where(
      and(
        eq(sentNotifications.workspaceId, workspaceId),
        eq(sentNotifications.notificationId, notificationId),
        eq(sentNotifications.channel, channel),
      ),
    )
}

export async function deleteSentBefore(db: Database, before: Date): Promise<void> {
  await db.delete(sentNotifications).where(lt(sentNotifications.sentAt, before))
}
