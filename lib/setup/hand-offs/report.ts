import 'server-only'
import type { Helper, SetupDraft } from '../schema'
import { validRow } from './open'
import { stepsOf } from './schema'
import { type HandOffsContext, unsealed, writeSealed } from './store'

/** The values that each helper is asked for; others are not for helpers to set. */
const fields: Readonly<Record<Helper, readonly (keyof SetupDraft)[]>> = {
  entra: ['clientId', 'tokenUrl', 'appObjectId', 'permissions'],
  organization: ['servicePrincipalObjectId'],
}

/** Of what a helper's page sends, that which is the helper's to say. */
function reportOf(helper: Helper, sent: SetupDraft): SetupDraft {
  const values = Object.entries(sent).filter(([name]) => fields[helper].some((one) => one === name))
  const marked = sent.marked?.filter((step) => stepsOf[helper].includes(step))
  return { ...Object.fromEntries(values), ...(marked && { marked }) }
}

/**
 * Keeps what a helper has entered and marked as done, beside what was entered before.
 * @throws hand_off_invalid, hand_off_expired, hand_off_revoked
 */
export async function reportHandOff(
  context: HandOffsContext,
  secret: string,
  sent: SetupDraft,
  now = new Date(),
): Promise<void> {
  const row = await validRow(context, secret, now)
  const before = await unsealed(context, 'sealedReport', row)
  await writeSealed(context, 'sealedReport', row, { ...before, ...reportOf(row.helper, sent) })
}
