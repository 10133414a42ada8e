import 'server-only'
import { type Refusal, refusal } from '../../protocol/errors'

const tracking = 'Microsoft.TeamFoundation.WorkItemTracking.Server'

/** Sentence and typeKey are unverified. */
export const revisionUnknown = (id: number, rev: number): Refusal =>
  refusal(
    404,
    { typeKey: 'WorkItemRevisionNotFoundException', namespace: tracking, eventId: 3200 },
    `VS402450: Revision ${rev} of work item ${id} does not exist.`,
  )

/** Sentence and typeKey are unverified. */
export const updateUnknown = (id: number, update: number): Refusal =>
  refusal(
    404,
    { typeKey: 'WorkItemUpdateNotFoundException', namespace: tracking, eventId: 3200 },
    `Update ${update} of work item ${id} does not exist.`,
  )
