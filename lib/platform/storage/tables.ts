import 'server-only'
import {
  type AnyPgColumn,
  bigint,
  boolean,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  timestamp,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core'
import { roles } from '#lib/platform/access'

const id = () => uuid('id').primaryKey()
const at = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
const workspaceId = () =>
  uuid('workspace_id')
    .notNull()
    .references(() => workspaces.id, { onDelete: 'cascade' })

export const workspaces = pgTable('workspaces', {
  id: id(),
  name: text('name').notNull(),
  createdAt: at('created_at').notNull().defaultNow(),
})

export const members = pgTable(
  'members',
  {
    id: id(),
    workspaceId: workspaceId(),
    name: text('name').notNull(),
    role: text('role', { enum: roles }).notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (table) => [index('members_workspace').on(table.workspaceId)],
)

/** Sign-in links that were redeemed; the primary key is what makes a link work once. */
export const redeemedSignInLinks = pgTable('redeemed_sign_in_links', {
  linkId: text('link_id').primaryKey(),
  redeemedAt: at('redeemed_at').notNull().defaultNow(),
})

export const certificates = pgTable(
  'certificates',
  {
    id: id(),
    workspaceId: workspaceId(),
    name: text('name').notNull(),
    source: text('source', { enum: ['generated', 'imported', 'key vault', 'folder'] }).notNull(),
    /** The public certificate, PEM. Everything shown of a certificate is read from it. */
    certificatePem: text('certificate_pem').notNull(),
    /** The private key, PKCS#8 PEM, sealed by the vault for this row; null where the key is elsewhere. */
    sealedKey: text('sealed_key'),
    /** KeyVaultPlace as JSON. */
    keyVault: jsonb('key_vault'),
    /** The name of the file that holds the key, in the operator's folder. */
    folderFile: text('folder_file'),
    /** Kept beside the key vault, so that the certificate by which it is called cannot be removed. */
    callerCertificateId: uuid('caller_certificate_id').references((): AnyPgColumn => certificates.id),
    createdAt: at('created_at').notNull().defaultNow(),
  },
  (table) => [
    index('certificates_workspace').on(table.workspaceId),
    index('certificates_caller').on(table.callerCertificateId),
  ],
)

export const connections = pgTable(
  'connections',
  {
    id: id(),
    workspaceId: workspaceId(),
    /** Kept beside the sealed settings, so that a certificate in use cannot be removed. */
    certificateId: uuid('certificate_id')
      .notNull()
      .references(() => certificates.id, { onDelete: 'restrict' }),
    /** The one that is to take its place. */
    nextCertificateId: uuid('next_certificate_id').references(() => certificates.id, { onDelete: 'restrict' }),
    /** The one whose place it took, which helps out until the grace period ends. */
    previousCertificateId: uuid('previous_certificate_id').references(() => certificates.id, { onDelete: 'restrict' }),
    graceEndsAt: at('grace_ends_at'),
    /** When it last helped out. */
    previousUsedAt: at('previous_used_at'),
    /** ConnectionSettings as JSON, sealed by the vault for this row. */
    sealedSettings: text('sealed_settings').notNull(),
    /** Null where nobody wants it tested by itself. */
    checkEveryMinutes: integer('check_every_minutes'),
    checkDueAt: at('check_due_at'),
    /** Until when the console may write; null where it may not. */
    writesUntil: at('writes_until'),
    createdAt: at('created_at').notNull().defaultNow(),
    updatedAt: at('updated_at').notNull().defaultNow(),
  },
  (table) => [index('connections_workspace').on(table.workspaceId)],
)

/** One row per finished connection test: what was found and when. */
export const connectionTests = pgTable(
  'connection_tests',
  {
    id: id(),
    connectionId: uuid('connection_id')
      .notNull()
      .references(() => connections.id, { onDelete: 'cascade' }),
    verdict: text('verdict', { enum: ['passed', 'warned', 'failed', 'skipped'] }).notNull(),
    results: jsonb('results').notNull(),
    testedAt: at('tested_at').notNull().defaultNow(),
    /** Null in tests of before there was a history. */
    durationMs: integer('duration_ms'),
    /** Who started it; null also where that member has left. */
    memberId: uuid('member_id').references(() => members.id, { onDelete: 'set null' }),
    bySchedule: boolean('by_schedule').notNull().default(false),
    /** ConnectionSettings of the time as JSON, sealed by the vault for this row. */
    sealedSettings: text('sealed_settings'),
  },
  (table) => [index('connection_tests_latest').on(table.connectionId, table.testedAt)],
)

/** What members did, for good: a row is neither changed nor removed while its workspace is there. */
export const activity = pgTable(
  'activity',
  {
    /** Counts up, so it is the order as well. */
    id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
    workspaceId: workspaceId(),
    memberId: uuid('member_id').references(() => members.id, { onDelete: 'set null' }),
    /** Names are those of the time, because what they name may be renamed or removed. */
    memberName: text('member_name').notNull(),
    kind: text('kind').notNull(),
    subjectId: uuid('subject_id'),
    subjectName: text('subject_name'),
    at: at('at').notNull().defaultNow(),
  },
  (table) => [index('activity_workspace').on(table.workspaceId, table.id)],
)

/** Links by which somebody without an account does some steps of a setup. */
export const handOffs = pgTable(
  'hand_offs',
  {
    id: id(),
    workspaceId: workspaceId(),
    /** Who asked for help, and on whose behalf the steps are checked. */
    memberId: uuid('member_id')
      .notNull()
      .references(() => members.id, { onDelete: 'cascade' }),
    /** The SHA-256 of the link's secret, in hex; the secret itself is nowhere. */
    secretHash: text('secret_hash').notNull(),
    helper: text('helper', { enum: ['entra', 'organization'] }).notNull(),
    /** The setup's values as JSON, sealed by the vault for this row. */
    sealedDraft: text('sealed_draft').notNull(),
    /** What the helper has entered, as JSON, sealed like that. */
    sealedReport: text('sealed_report').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    openedAt: at('opened_at'),
    reportedAt: at('reported_at'),
    revokedAt: at('revoked_at'),
  },
  (table) => [uniqueIndex('hand_offs_secret').on(table.secretHash), index('hand_offs_workspace').on(table.workspaceId)],
)

/** Links by which somebody without an account reads the report of one test; they go with it. */
export const reportLinks = pgTable(
  'report_links',
  {
    id: id(),
    testId: uuid('test_id')
      .notNull()
      .references(() => connectionTests.id, { onDelete: 'cascade' }),
    name: text('name').notNull(),
    identifiers: text('identifiers', { enum: ['shown', 'hidden'] }).notNull(),
    /** The SHA-256 of the link's secret, in hex; the secret itself is nowhere. */
    secretHash: text('secret_hash').notNull(),
    createdAt: at('created_at').notNull().defaultNow(),
    expiresAt: at('expires_at').notNull(),
    revokedAt: at('revoked_at'),
    openedCount: integer('opened_count').notNull().default(0),
  },
  (table) => [uniqueIndex('report_links_secret').on(table.secretHash), index('report_links_test').on(table.testId)],
)

/** Work that is done from time to time, by one process at a time. */
export const jobs = pgTable('jobs', {
  name: text('name').primaryKey(),
  /** While it is being done, the time by which it is over even if its process has died. */
  dueAt: at('due_at').notNull().defaultNow(),
})

/** Whom a workspace has reminded. */
export const reminders = pgTable('reminders', {
  workspaceId: workspaceId().primaryKey(),
  /** Addresses, webhook and its secret as JSON, sealed by the vault for this row. */
  sealedSettings: text('sealed_settings').notNull(),
  updatedAt: at('updated_at').notNull().defaultNow(),
})

/** What was told; the primary key is what makes it be told once. */
export const sentNotifications = pgTable(
  'sent_notifications',
  {
    workspaceId: workspaceId(),
    notificationId: text('notification_id').notNull(),
    channel: text('channel', { enum: ['email', 'webhook'] }).notNull(),
    sentAt: at('sent_at').notNull().defaultNow(),
  },
  (table) => [primaryKey({ columns: [table.workspaceId, table.notificationId, table.channel] })],
)
