import 'server-only'
import type { ExampleCall } from '../../example-call'

export const searchCalls: readonly ExampleCall[] = [
  { call: 'POST Storefront/_apis/search/workitemsearchresults', body: { searchText: 'search', $top: 5, $skip: 0 } },
]
