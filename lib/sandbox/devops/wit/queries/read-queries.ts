import 'server-only'
import type { Project } from '../../../seed/model'
import { type Answer, answer, answerList } from '../../protocol/answer'
import { bodyOf, type Call, numberIn, projectOf } from '../../protocol/call'
import { argumentRefused } from '../../protocol/errors'
import { isGuid } from '../../store/projects'
import type { SavedQuery } from '../../store/queries'
import { countSavedQuery, runSavedQuery } from '../wiql/run-query'
import { authorOf } from '../writing/people'
import { savedQueryUnknown } from './errors'
import { type Expansion, type Library, pathOf, queryJson, type View } from './query-json'

export function libraryOf(call: Call): Library {
  const { store } = call
  const project = projectOf(call)
  const reader = authorOf(call).by
  return { store, project, reader, queries: store.queries.of(project, reader) }
}

const expansions: readonly Expansion[] = ['none', 'wiql', 'clauses', 'all', 'minimal']
const deepest = 2

/** By name or, as older clients send it, by number. */
function expansionIn(value: unknown): Expansion {
  if (value === undefined || value === null) return 'none'
  const expand = expansions.find((one, number) => [one, String(number)].includes(String(value).toLowerCase()))
  if (!expand) throw argumentRefused(`The value '${value}' is not valid for $expand.`)
  return expand
}

export function viewIn({ query }: Call): View {
  const depth = numberIn(query, '$depth') ?? 0
  if (depth > deepest) throw argumentRefused(`The value '${depth}' is not valid for $depth: it is at most ${deepest}.`)
  const includesDeleted = query.get('$includeDeleted')?.toLowerCase() === 'true'
  return { expand: expansionIn(query.get('$expand')), depth, includesDeleted }
}

/**
 * By ID or by path, whatever the case. What has been deleted is found by its ID only, and only if that is asked for.
 * @throws 404 TF401243
 */
export function findQuery(library: Library, idOrPath: string, includesDeleted: boolean): SavedQuery {
  const wanted = idOrPath.toLowerCase()
  const query = library.queries.find((one) =>
    isGuid(wanted)
      ? one.id === wanted && (includesDeleted || !one.isDeleted)
      : !one.isDeleted && pathOf(library, one).toLowerCase() === wanted,
  )
  if (!query) throw savedQueryUnknown(idOrPath)
  return query
}

/** Names of queries, not of folders. */
function search(library: Library, text: string, top: number, view: View): Answer {
  const found = library.queries.filter(
    ({ isFolder, isDeleted, name }) =>
      !isFolder && (view.includesDeleted || !isDeleted) && name.toLowerCase().includes(text.toLowerCase()),
  )
  const value = found.slice(0, top).map((query) => queryJson(library, query, view))
  return answer({ count: value.length, value, hasMore: found.length > top })
}

const mostFound = 50

/** Both roots, or what a search finds. */
export function listQueries(call: Call): Answer {
  const library = libraryOf(call)
  const view = viewIn(call)
  const text = call.query.get('$filter')
  if (text !== null) return search(library, text, numberIn(call.query, '$top') ?? mostFound, view)
  const roots = library.queries.filter(({ parent }) => parent === undefined)
  return answerList(roots.map((root) => queryJson(library, root, view)))
}

export function getQuery(call: Call): Answer {
  const library = libraryOf(call)
  const view = viewIn(call)
  return answer(queryJson(library, findQuery(library, call.parameters[0] ?? '', view.includesDeleted), view))
}

/** `POST wit/queriesbatch`: a missing one is null where errors are omitted, else an error for all. */
export async function getQueriesBatch(call: Call): Promise<Answer> {
  const library = libraryOf(call)
  const { ids, $expand, errorPolicy } = await bodyOf(call.request)
  if (!Array.isArray(ids)) throw argumentRefused('Value cannot be null.\r\nParameter name: ids')
  const omitsMissing = [2, '2', 'omit'].includes(
    typeof errorPolicy === 'string' ? errorPolicy.toLowerCase() : Number(errorPolicy),
  )
  const view = { expand: expansionIn($expand), depth: 0, includesDeleted: false }
  const value = ids.map((id) => {
    const isMissing = !library.queries.some((query) => query.id === String(id).toLowerCase() && !query.isDeleted)
    return isMissing && omitsMissing ? null : queryJson(library, findQuery(library, String(id), false), view)
  })
  return answerList(value)
}

interface Runnable {
  readonly project: Project
  /** Nothing for a temporary one. */
  readonly query?: SavedQuery
  readonly wiql: string
}

function savedIn(project: Project, id: string, call: Call): Runnable | undefined {
  const { queries } = libraryOf({ ...call, project })
  const query = queries.find((one) => one.id === id.toLowerCase() && !one.isDeleted)
  return query?.wiql === undefined ? undefined : { project, query, wiql: query.wiql }
}

/** The query in the address of a run; without a project there, it is looked for in all. A folder cannot be run. */
function runnable(call: Call): Runnable {
  const id = call.parameters[0] ?? ''
  const temporary = call.store.temporaryQueries.find(id)
  for (const project of call.project ? [call.project] : call.store.projects.all()) {
    if (temporary?.projectId === project.id) return { project, wiql: temporary.wiql }
    const saved = savedIn(project, id, call)
    if (saved) return saved
  }
  throw savedQueryUnknown(id)
}

/** `GET wit/wiql/{id}`: who ran a saved one last, and when, is kept. */
export function runQueryById(call: Call): Answer {
  const { project, query, wiql } = runnable(call)
  const result = runSavedQuery(wiql, call, project)
  const { by, at } = authorOf(call)
  if (query) call.store.queries.put(project, { ...query, executedBy: by, executedDate: at })
  return result
}

/** `HEAD wit/wiql/{id}` */
export function countQueryById(call: Call): Answer {
  const { project, wiql } = runnable(call)
  return countSavedQuery(wiql, call, project)
}
