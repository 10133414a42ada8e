import 'server-only'
import { isWiqlError, parseWiql, type Query } from '#lib/platform/wiql/index'
import type { Person, Project } from '../../../seed/model'
import type { Store } from '../../store/index'
import type { SavedQuery } from '../../store/queries'
import { dateText, shownPerson } from '../render'
import { clausesOf, fieldReference, type ParsedQuery } from './clauses'

/** What `$expand` may ask for. */
export type Expansion = 'none' | 'minimal' | 'wiql' | 'clauses' | 'all'

/** The saved queries that a reader sees in a project. */
export interface Library {
  readonly store: Store
  readonly project: Project
  readonly reader: Person
  readonly queries: readonly SavedQuery[]
}

export interface View {
  readonly expand: Expansion
  /** Levels to show below a folder. */
  readonly depth: number
  readonly includesDeleted: boolean
}

/** The names of its folders and its own, joined by slashes. */
export function pathOf(library: Pick<Library, 'queries'>, query: SavedQuery): string {
  const parent = library.queries.find(({ id }) => id === query.parent)
  return parent ? `${pathOf(library, parent)}/${query.name}` : query.name
}

export const childrenOf = ({ queries }: Library, { id }: SavedQuery, includesDeleted: boolean): SavedQuery[] =>
  queries.filter((query) => query.parent === id && (includesDeleted || !query.isDeleted))

function parsedOf(wiql: string): Query | undefined {
  try {
    return parseWiql(wiql)
  } catch (error) {
    if (isWiqlError(error)) return undefined
    throw error
  }
}

function queryTypeOf({ from, mode }: Query): string {
  if (from === 'workItems') return 'flat'
  return mode?.startsWith('recursive') ? 'tree' : 'oneHop'
}

function columnsOf({ query, store }: ParsedQuery) {
  const sorted = query.orderBy.map(({ field, descending }) => ({ field: fieldReference(field, store), descending }))
  return {
    columns: query.select.map((field) => fieldReference(field, store)),
    ...(sorted.length === 0 ? {} : { sortColumns: sorted }),
  }
}

const withText: readonly Expansion[] = ['minimal', 'wiql', 'clauses', 'all']
const withColumns: readonly Expansion[] = ['wiql', 'clauses', 'all']
const withClauses: readonly Expansion[] = ['clauses', 'all']

/** What tells a query from a folder; a text that cannot be read has neither type nor columns. */
function contentJson({ store }: Library, { wiql = '', owner }: SavedQuery, expand: Expansion): object {
  const query = parsedOf(wiql)
  const parsed = query && { text: wiql, query, store }
  const isPublic = owner === undefined
  return {
    ...(query ? { queryType: queryTypeOf(query) } : { isInvalidSyntax: true }),
    ...(parsed && withColumns.includes(expand) ? columnsOf(parsed) : {}),
    ...(withText.includes(expand) ? { wiql } : {}),
    isPublic,
    ...(parsed && withClauses.includes(expand) ? clausesOf(parsed) : {}),
  }
}

function folderJson(library: Library, folder: SavedQuery, view: View): object {
  const children = childrenOf(library, folder, view.includesDeleted)
  const below = { ...view, depth: view.depth - 1 }
  const isShown = view.depth > 0 && children.length > 0
  return {
    isFolder: true,
    hasChildren: children.length > 0,
    ...(isShown ? { children: children.map((child) => queryJson(library, child, below)) } : {}),
    ...(folder.isDeleted ? { isDeleted: true } : {}),
    isPublic: folder.owner === undefined,
  }
}

function executionJson({ executedBy, executedDate }: SavedQuery, store: Store): object {
  if (!executedBy || executedDate === undefined) return {}
  return { lastExecutedBy: shownPerson(executedBy, store), lastExecutedDate: dateText(executedDate) }
}

function authorsJson({ store }: Library, query: SavedQuery): object {
  return {
    ...(query.createdBy ? { createdBy: shownPerson(query.createdBy, store) } : {}),
    createdDate: dateText(query.createdDate),
    lastModifiedBy: shownPerson(query.modifiedBy, store),
    lastModifiedDate: dateText(query.modifiedDate),
  }
}

function linksJson({ store, project }: Library, { id, parent, isFolder }: SavedQuery) {
  const base = `${store.url}/${project.id}`
  const queryUrl = (one: string) => `${base}/_apis/wit/queries/${one}`
  const links = {
    self: { href: queryUrl(id) },
    html: { href: `${store.url}/web/qr.aspx?pguid=${project.id}&qid=${id}` },
    ...(parent === undefined ? {} : { parent: { href: queryUrl(parent) } }),
    ...(isFolder ? {} : { wiql: { href: `${base}/_apis/wit/wiql/${id}` } }),
  }
  return { _links: links, url: queryUrl(id) }
}

/** A query or folder. `minimal` gives less than `none` in all but the text, which `none` leaves out. */
export function queryJson(library: Library, query: SavedQuery, view: View): object {
  const head = { id: query.id, name: query.name, path: pathOf(library, query) }
  const content = query.isFolder ? folderJson(library, query, view) : contentJson(library, query, view.expand)
  if (view.expand === 'minimal') return { ...head, ...content }
  return {
    ...head,
    ...authorsJson(library, query),
    ...content,
    ...executionJson(query, library.store),
    ...(query.isDeleted && !query.isFolder ? { isDeleted: true } : {}),
    ...linksJson(library, query),
  }
}
