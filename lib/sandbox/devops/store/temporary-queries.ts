import 'server-only'

/** A text that can be run by its ID for a while, without a place among the saved queries. */
interface TemporaryQuery {
  readonly id: string
  /** The project of the address at which it was made. */
  readonly projectId: string
  readonly wiql: string
}

export interface TemporaryQueries {
  add(projectId: string, wiql: string): TemporaryQuery
  find(id: string): TemporaryQuery | undefined
}

/** "For a short time", say the documents; how short is not known, so here none is forgotten. */
export function createTemporaryQueries(newGuid: () => string): TemporaryQueries {
  const byId = new Map<string, TemporaryQuery>()
  return {
    add(projectId, wiql) {
      const query = { id: newGuid(), projectId, wiql }
      byId.set(query.id, query)
      return query
    },
    find: (id) => byId.get(id.toLowerCase()),
  }
}
