import 'server-only'
import { type Refusal, refusal } from '../../protocol/errors'

const tracking = 'Microsoft.TeamFoundation.WorkItemTracking.Server'

/** @param query What the caller named it by: ID or path */
export const savedQueryUnknown = (query: string): Refusal =>
  refusal(
    404,
    {
      typeKey: 'QueryItemNotFoundException',
      namespace: `${tracking}.QueryItems`,
      assembly: tracking,
      eventId: 3200,
    },
    `TF401243: The query ${query} does not exist, or you do not have permission to read it.`,
  )

const legacy = { typeKey: 'LegacyQueryItemException', namespace: tracking, eventId: 3200 } as const

/** Not a conflict but a bad request, other than for areas and iterations. */
export const savedQueryNameTaken = (): Refusal =>
  refusal(400, legacy, 'TF237018: A query or a query folder on the server has the same name.')

export const rootFolderStays = (): Refusal => refusal(400, legacy, 'TF237023: You cannot delete root folders.')
