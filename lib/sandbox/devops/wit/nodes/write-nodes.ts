import 'server-only'
import type { Iteration } from '../../../seed/model'
import { type Answer, answer, noContent } from '../../protocol/answer'
import { bodyOf, type Call, numberIn } from '../../protocol/call'
import { argumentRefused } from '../../protocol/errors'
import {
  childNamed,
  isUnder,
  parentPath,
  type Tree,
  withAdded,
  withChanged,
  withMoved,
  withRemoved,
} from '../../store/tree'
import { nodeNameRefused, nodeNameTaken, nodeUnknown, rootIsFixed } from './errors'
import { linkedNodeJson, nodeUrl, type Place, treeOf } from './node-json'
import { addressedNode, placeOf } from './read-nodes'

type Body = Partial<Record<string, unknown>>

/** What no name of a node may hold, and how long it may be (“Naming restrictions and conventions”). */
const refusedInNames = /[\\/$?*:"&<>#%|+\p{Cc}]/u
const longestName = 255

function checkedName(name: unknown): string {
  if (typeof name !== 'string') throw argumentRefused('Value cannot be null.\r\nParameter name: name')
  const trimmed = name.trim()
  const isWrong =
    trimmed === '' || trimmed.length > longestName || refusedInNames.test(trimmed) || /^\.{1,2}$/.test(trimmed)
  if (isWrong) throw nodeNameRefused(name)
  return trimmed
}

/** A date without a zone is one of UTC; nothing stands for no date. */
function dateOf(value: unknown, name: string): number | undefined {
  if (value === undefined || value === null) return undefined
  const text = String(value)
  const instant = Date.parse(/(?:Z|[+-]\d\d:?\d\d)$/i.test(text) || !text.includes('T') ? text : `${text}Z`)
  if (Number.isNaN(instant)) throw argumentRefused(`The value '${text}' is not valid for ${name}.`)
  return instant
}

type Dates = Pick<Iteration, 'startDate' | 'finishDate'>

/** The dates among the attributes; nothing if there are no attributes. */
function datesIn({ attributes }: Body): Dates | undefined {
  if (typeof attributes !== 'object' || attributes === null) return undefined
  const given: Body = { ...attributes }
  const startDate = dateOf(given.startDate, 'startDate')
  const finishDate = dateOf(given.finishDate, 'finishDate')
  if (startDate !== undefined && finishDate !== undefined && finishDate < startDate) {
    throw argumentRefused('The finish date of an iteration must not lie before its start date.')
  }
  return {
    ...(startDate === undefined ? {} : { startDate }),
    ...(finishDate === undefined ? {} : { finishDate }),
  }
}

/** Areas have no dates, whatever is sent. */
const datesFor = ({ structure }: Place, body: Body): Dates | undefined =>
  structure === 'iterations' ? datesIn(body) : undefined

const withoutDates = ({ id, identifier, name, path }: Iteration): Iteration => ({ id, identifier, name, path })

function save({ store, project, structure }: Place, tree: Tree): Place {
  const changed = { ...project, [structure]: tree }
  store.projects.put(changed)
  return { store, project: changed, structure }
}

function refuseTaken(place: Place, parent: Iteration, name: string, id?: number): void {
  const namesake = childNamed(treeOf(place), parent, name)
  if (namesake && namesake.id !== id) throw nodeNameTaken(name, parent.identifier)
}

/** Writes answer with the node as it is now and say where it is. */
function written(place: Place, id: number, status = 200): Answer {
  const node = treeOf(place).find((one) => one.id === id)
  if (!node) throw nodeUnknown(String(id))
  return { ...answer(linkedNodeJson(place, node, 0), { location: nodeUrl(place, node.path) }), status }
}

function create(place: Place, parent: Iteration, body: Body): Answer {
  const name = checkedName(body.name)
  refuseTaken(place, parent, name)
  const { store } = place
  const plain = { id: store.projects.newNodeId(), identifier: store.newGuid(), name, path: `${parent.path}\\${name}` }
  const node = { ...plain, ...datesFor(place, body) }
  return written(save(place, withAdded(treeOf(place), node)), node.id, 201)
}

/** A move takes along what is below the node, but not its dates: they have to be sent again. */
function move(place: Place, parent: Iteration, body: Body): Answer {
  const tree = treeOf(place)
  const node = tree.find(({ id }) => id === body.id)
  if (!node) throw nodeUnknown(String(body.id))
  if (node === tree[0] || isUnder(parent, node)) throw rootIsFixed()
  refuseTaken(place, parent, node.name, node.id)
  const dated = { ...withoutDates(node), ...datesFor(place, body) }
  return written(save(place, withMoved(withChanged(tree, dated), dated, parent)), node.id)
}

/** `POST` to the parent: with an ID it moves that node there, else it makes a new one. */
export async function createOrMoveNode(call: Call): Promise<Answer> {
  const place = placeOf(call)
  const parent = addressedNode(place, call)
  const body = await bodyOf(call.request)
  return typeof body.id === 'number' && body.id > 0 ? move(place, parent, body) : create(place, parent, body)
}

/** `PATCH`: another name, other dates, or both. */
export async function changeNode(call: Call): Promise<Answer> {
  const place = placeOf(call)
  const tree = treeOf(place)
  const node = addressedNode(place, call)
  const body = await bodyOf(call.request)
  const name = body.name === undefined || body.name === null ? node.name : checkedName(body.name)
  const parent = tree.find(({ path }) => path === parentPath(node))
  if (!parent && name !== node.name) throw rootIsFixed()
  if (parent) refuseTaken(place, parent, name, node.id)
  const dates = datesFor(place, body)
  const renamed = { ...(dates ? { ...withoutDates(node), ...dates } : node), name }
  const path = parent ? `${parent.path}\\${name}` : node.path
  return written(save(place, withChanged(tree, { ...renamed, path })), node.id)
}

/** The node whose work items the deleted one's become: the one asked for, else the root. */
function heirOf(place: Place, node: Iteration, wanted: number | undefined): Iteration {
  const tree = treeOf(place)
  if (wanted === undefined) return tree[0]
  const heir = tree.find(({ id }) => id === wanted)
  if (!heir || isUnder(heir, node)) throw nodeUnknown(String(wanted))
  return heir
}

/** Nothing says what becomes of work items when no `$reclassifyId` is sent; that they go to the root is a guess. */
export function deleteNode(call: Call): Answer {
  const place = placeOf(call)
  const node = addressedNode(place, call)
  const tree = treeOf(place)
  if (node === tree[0]) throw rootIsFixed()
  const heir = heirOf(place, node, numberIn(call.query, '$reclassifyId'))
  for (const gone of tree) if (isUnder(gone, node)) place.store.placement.bequeath(gone.id, heir.id)
  save(place, withRemoved(tree, node))
  return noContent
}
