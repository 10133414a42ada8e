import 'server-only'
import { type Refusal, refusal } from '../../protocol/errors'

/** Wording and typeKey unverified. */
export const stateUnknown = (id: string): Refusal =>
  refusal(
    404,
    {
      typeKey: 'WorkItemStateDefinitionNotFoundException',
      namespace: 'Microsoft.TeamFoundation.WorkItemTracking.Server.Metadata',
      assembly: 'Microsoft.TeamFoundation.WorkItemTracking.Server',
      eventId: 3200,
    },
    `The state with id '${id}' does not exist.`,
  )
