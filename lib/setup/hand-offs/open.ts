import 'server-only'
import { AppError } from '#lib/platform/errors/index'
import { hashOf } from '#lib/platform/link-secret'
import type { Helper, SetupDraft } from '../schema'
import { findBySecret, type HandOffRow, type HandOffsContext, unsealed, writeInstant } from './store'

/** A hand-off in the hands of its helper. */
export interface OpenHandOff {
  readonly id: string
  readonly helper: Helper
  /** On whose behalf the helper works. */
  readonly memberId: string
  /** The setup's values, with what the helper has entered in their place. */
  readonly draft: SetupDraft
}

const shown = [
  'sandbox',
  'organization',
  'appName',
  'tokenUrl',
  'clientId',
  'appObjectId',
  'servicePrincipalObjectId',
  'permissions',
  'marked',
] as const satisfies readonly (keyof SetupDraft)[]

/** Those values of a setup that a helper's page needs in the browser. */
export const shownToHelper = (draft: SetupDraft): SetupDraft =>
  Object.fromEntries(shown.flatMap((name) => (draft[name] === undefined ? [] : [[name, draft[name]]])))

/** @throws hand_off_invalid, hand_off_expired, hand_off_revoked */
export async function validRow({ db }: HandOffsContext, secret: string, now: Date): Promise<HandOffRow> {
  const row = await findBySecret(db, hashOf(secret))
  if (!row) throw new AppError('hand_off_invalid')
  if (row.revokedAt) throw new AppError('hand_off_revoked')
  if (row.expiresAt.getTime() <= now.getTime()) throw new AppError('hand_off_expired')
  return row
}

/**
 * What the secret of a link opens. It takes no member: whoever has the link may do the steps that it is for.
 * @throws hand_off_invalid, hand_off_expired, hand_off_revoked
 */
export async function openHandOff(context: HandOffsContext, secret: string, now = new Date()): Promise<OpenHandOff> {
  const row = await validRow(context, secret, now)
  if (!row.openedAt) await writeInstant(context.db, row.id, 'openedAt', now)
  const [draft, report] = await Promise.all([
    unsealed(context, 'sealedDraft', row),
    unsealed(context, 'sealedReport', row),
  ])
  return { id: row.id, helper: row.helper, memberId: row.memberId, draft: { ...draft, ...report } }
}
