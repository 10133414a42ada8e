import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { Endpoints } from '#lib/platform/azure-devops/endpoints'
import type { SearchInput, SearchResult } from './schema'

/**
 * Runs a WIQL query and gives the complete list of matching IDs in the query's order.
 * @throws role_insufficient, VS402337 beyond 20,000 matches, TF51005 and other codes of the query language
 */
export async function searchWorkItems(
  endpoints: Endpoints,
  member: Member,
  { project, wiql }: SearchInput,
  signal?: AbortSignal,
): Promise<SearchResult> {
  requireRole(member, 'viewer')
  const { workItems, columns, asOf } = await endpoints.queryByWiql({
    query: wiql,
    project,
    signal,
  })
  return {
    ids: workItems.map((item) => item.id),
    columns: columns.map(({ referenceName, name }) => ({ referenceName, name })),
    asOf,
  }
}
