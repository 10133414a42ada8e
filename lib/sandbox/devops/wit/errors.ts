import 'server-only'
import { common, type Refusal, refusal } from '../protocol/errors'

const tracking = 'Microsoft.TeamFoundation.WorkItemTracking.Server'

export const workItemUnknown = (id: number): Refusal =>
  refusal(
    404,
    { typeKey: 'WorkItemUnauthorizedAccessException', namespace: tracking, eventId: 3200 },
    `TF401232: Work item ${id} does not exist, or you do not have permissions to read it.`,
  )

export const workItemTypeUnknown = (name: string, projectId: string): Refusal =>
  refusal(
    404,
    { typeKey: 'WorkItemTypeNotFoundException', namespace: tracking, eventId: 3200 },
    `VS402323: Work item type ${name} does not exist in project ${projectId} or you do not have permission to access it.`,
  )

export const fieldUnknown = (name: string, status = 400): Refusal =>
  refusal(
    status,
    {
      typeKey: 'WorkItemTrackingFieldDefinitionNotFoundException',
      namespace: `${tracking}.Metadata`,
      assembly: tracking,
      eventId: 3200,
    },
    `TF51535: Cannot find field ${name}.`,
  )

/** The number is known, the end of the sentence and the typeKey are not. */
export const tooManyWorkItems = (count: number, limit: number): Refusal =>
  refusal(
    400,
    { typeKey: 'VssPropertyValidationException', namespace: common },
    `VS403474: You requested ${count} work items which exceeds the limit of ${limit}.`,
  )

export const queryResultTooLarge = (limit: number): Refusal =>
  refusal(
    400,
    { typeKey: 'WorkItemTrackingQueryResultSizeLimitExceededException', namespace: tracking, eventId: 3200 },
    `VS402337: The number of work items returned exceeds the size limit of ${limit}. Change the query to return fewer items.`,
  )

/** The sentences are as reported; typeKey and eventId of errors in a query are not known. */
export const queryRefused = (message: string, status = 400): Refusal =>
  refusal(status, { typeKey: 'WorkItemTrackingQueryException', namespace: tracking, eventId: 3200 }, message)
