import 'server-only'
import { argumentRefused, type Refusal, refusal } from '../../protocol/errors'

const tracking = 'Microsoft.TeamFoundation.WorkItemTracking.Server'

/** Sentence and typeKey are unverified. */
export const commentUnknown = (workItemId: number, commentId: number): Refusal =>
  refusal(
    404,
    { typeKey: 'WorkItemCommentNotFoundException', namespace: tracking, eventId: 3200 },
    `Comment ${commentId} of work item ${workItemId} does not exist.`,
  )

/** As reported in MicrosoftDocs/vsts-rest-api-specs#313; its typeKey is unverified. */
export const textMissing = (): Refusal => argumentRefused('You must provide a value for the text parameter.')

/** Unverified. */
export const tokenUnreadable = (): Refusal => argumentRefused('The continuation token is not valid.')
