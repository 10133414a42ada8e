import 'server-only'
import type { ExampleCall } from '../../example-call'

const filters = { 'System.TeamProject': ['Storefront'], 'System.State': ['New', 'Active'] }

export const searchCalls: readonly ExampleCall[] = [
  {
    call: 'POST Storefront/_apis/search/workitemsearchresults',
    body: { searchText: 'the', $skip: 0, $top: 5, filters, includeFacets: true },
  },
  {
    call: 'POST _apis/search/workitemsearchresults',
    body: { searchText: 'the', $skip: 0, $top: 5, $orderBy: [{ field: 'system.id', sortOrder: 'ASC' }] },
  },
]
