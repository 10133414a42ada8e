import 'server-only'
import { type Refusal, refusal } from '../../protocol/errors'

const tracking = 'Microsoft.TeamFoundation.WorkItemTracking.Server'

/** Wording and typeKey unverified. */
export const categoryUnknown = (name: string, projectId: string): Refusal =>
  refusal(
    404,
    { typeKey: 'WorkItemTypeCategoryNotFoundException', namespace: tracking, eventId: 3200 },
    `The work item type category ${name} does not exist in project ${projectId} or you do not have permission to access it.`,
  )
