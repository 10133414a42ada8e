import { z } from 'zod'

/** What is recorded, each with what the member did in words that go before the name of what it was done to. */
export const activityTexts = {
  certificate_added: 'added the certificate',
  certificate_removed: 'removed the certificate',
  connection_created: 'created the connection',
  connection_changed: 'changed the connection',
  connection_removed: 'removed the connection',
  schedule_changed: 'changed when to test the connection',
  rotation_prepared: 'chose the next certificate of the connection',
  rotation_cancelled: 'cancelled the rotation of the connection',
  certificate_switched: 'switched the certificate of the connection',
  certificate_switched_back: 'switched back the certificate of the connection',
  certificate_retired: 'retired the previous certificate of the connection',
  token_generated: 'generated a token with the connection',
  assertion_shown: 'was shown a signed assertion of the connection',
  console_writes_allowed: 'let the console write for 15 minutes through the connection',
  console_writes_ended: 'ended writing by the console through the connection',
  console_written: 'wrote by the console through the connection',
  hand_off_created: 'made a hand-off link for the',
  hand_off_revoked: 'took back the hand-off link for the',
  report_shared: 'made a link to a test report of the connection',
  report_link_revoked: 'took back a link to a test report of the connection',
  reminders_changed: 'changed who is reminded',
  signed_in_by_link: 'signed in with a sign-in link',
} as const

export type ActivityKind = keyof typeof activityTexts

/** What something was done to, by the name that it had then. */
export interface ActivitySubject {
  readonly id: string
  readonly name: string
}

export interface ActivityEntry {
  readonly id: number
  /** ISO 8601. */
  readonly at: string
  /** Who did it, by the name of the time. */
  readonly memberName: string
  readonly kind: ActivityKind
  readonly subject?: ActivitySubject
}

/** Entries, newest first, and where the older ones begin, if there are any. */
export interface ActivityPage {
  readonly entries: readonly ActivityEntry[]
  readonly before?: number
}

/** The ID of an entry: those that are older are asked for. */
export const activityBefore = z.coerce.number().int().positive().max(Number.MAX_SAFE_INTEGER)
