import 'server-only'
import { type Route, route } from '../protocol/route'
import { searchResources } from './resources'
import { searchWorkItems } from './search-work-items'

export const searchRoutes: readonly Route[] = [
  route(
    'POST',
    searchResources.workItemResults,
    'search/workitemsearchresults',
    'organization or project',
    searchWorkItems,
  ),
]
