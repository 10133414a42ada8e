import 'server-only'
import { type Answer, answer, created, noContent } from '../../protocol/answer'
import { bodyOf, type Call, type Members } from '../../protocol/call'
import { argumentRefused } from '../../protocol/errors'
import type { SavedQuery } from '../../store/queries'
import { checkQuery } from '../wiql/run-query'
import { authorOf } from '../writing/people'
import { rootFolderStays, savedQueryNameTaken, savedQueryUnknown } from './errors'
import { childrenOf, type Library, queryJson } from './query-json'
import { findQuery, libraryOf, viewIn } from './read-queries'

/** Writes answer with all there is to tell. */
const written = { expand: 'all', depth: 0, includesDeleted: false } as const

function save(library: Library, query: SavedQuery): Library {
  library.store.queries.put(library.project, query)
  return { ...library, queries: library.store.queries.of(library.project, library.reader) }
}

function checkedName(library: Library, folder: SavedQuery, name: unknown, own?: SavedQuery): string {
  if (typeof name !== 'string' || name.trim() === '') {
    throw argumentRefused('Value cannot be null.\r\nParameter name: name')
  }
  const namesake = childrenOf(library, folder, false).find((child) => child.name.toLowerCase() === name.toLowerCase())
  if (namesake && namesake.id !== own?.id) throw savedQueryNameTaken()
  return name
}

/** A text has to make sense before it is saved, however much it finds. @throws 400 */
export function checkedText(wiql: unknown, call: Call): string {
  if (typeof wiql !== 'string') throw argumentRefused('Value cannot be null.\r\nParameter name: wiql')
  checkQuery(wiql, call)
  return wiql
}

function create(library: Library, folder: SavedQuery, body: Members, call: Call): Answer {
  const name = checkedName(library, folder, body.name)
  const isFolder = body.isFolder === true
  const wiql = isFolder ? undefined : checkedText(body.wiql, call)
  const { by, at } = authorOf(call)
  const query: SavedQuery = {
    id: call.store.newGuid(),
    name,
    parent: folder.id,
    isFolder,
    wiql,
    owner: folder.owner,
    createdBy: by,
    createdDate: at,
    modifiedBy: by,
    modifiedDate: at,
    isDeleted: false,
  }
  return created(queryJson(save(library, query), query, written))
}

/** What lies in a folder goes where the folder goes: shared, or its new owner's. */
function handOver(library: Library, query: SavedQuery, owner: string | undefined): void {
  for (const child of childrenOf(library, query, true)) {
    save(library, { ...child, owner })
    handOver(library, child, owner)
  }
}

/** Whether a folder is the query itself or lies somewhere in it. */
function isInside(library: Library, folder: SavedQuery, query: SavedQuery): boolean {
  const above = library.queries.find(({ id }) => id === folder.parent)
  return folder.id === query.id || (above !== undefined && isInside(library, above, query))
}

function move(library: Library, folder: SavedQuery, id: string): Answer {
  const query = findQuery(library, id, false)
  if (query.parent === undefined || isInside(library, folder, query)) throw savedQueryUnknown(id)
  checkedName(library, folder, query.name, query)
  handOver(library, query, folder.owner)
  const moved = { ...query, parent: folder.id, owner: folder.owner }
  return answer(queryJson(save(library, moved), moved, written))
}

/** `POST` to a folder: with an ID it moves that query there, else it makes a new one, or only checks its text. */
export async function createOrMoveQuery(call: Call): Promise<Answer> {
  const library = libraryOf(call)
  const place = call.parameters[0] ?? ''
  const folder = findQuery(library, place, false)
  if (!folder.isFolder) throw savedQueryUnknown(place)
  const body = await bodyOf(call.request)
  if (call.query.get('validateWiqlOnly')?.toLowerCase() === 'true') {
    return answer({ name: body.name, wiql: checkedText(body.wiql, call) })
  }
  return typeof body.id === 'string' ? move(library, folder, body.id) : create(library, folder, body, call)
}

function setDeleted(library: Library, query: SavedQuery, isDeleted: boolean, withDescendants: boolean): void {
  save(library, { ...query, isDeleted })
  if (!withDescendants) return
  for (const child of childrenOf(library, query, true)) setDeleted(library, child, isDeleted, true)
}

/** Only coming back brings back what was inside, if that is asked for. */
function undelete(library: Library, query: SavedQuery, call: Call): SavedQuery {
  const withDescendants = call.query.get('$undeleteDescendants')?.toLowerCase() === 'true'
  if (query.isDeleted) setDeleted(library, query, false, withDescendants)
  return { ...query, isDeleted: false }
}

/** `PATCH`: another name, another text, or back from the deleted ones. */
export async function changeQuery(call: Call): Promise<Answer> {
  const library = libraryOf(call)
  const found = findQuery(library, call.parameters[0] ?? '', true)
  const body = await bodyOf(call.request)
  if (found.isDeleted && body.isDeleted !== false) throw savedQueryUnknown(found.id)
  const query = body.isDeleted === false ? undelete(library, found, call) : found
  const folder = library.queries.find(({ id }) => id === query.parent)
  const name = body.name === undefined ? query.name : String(body.name)
  if (folder) checkedName(library, folder, name, query)
  const wiql = body.wiql === undefined || query.isFolder ? query.wiql : checkedText(body.wiql, call)
  const { by, at } = authorOf(call)
  const changed = { ...query, name, wiql, modifiedBy: by, modifiedDate: at }
  return answer(queryJson(save(library, changed), changed, { ...written, depth: viewIn(call).depth }))
}

/** What is inside a folder goes with it. */
export function deleteQuery(call: Call): Answer {
  const library = libraryOf(call)
  const query = findQuery(library, call.parameters[0] ?? '', false)
  if (query.parent === undefined) throw rootFolderStays()
  setDeleted(library, query, true, true)
  return noContent
}
