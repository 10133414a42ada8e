import 'server-only'
import type { Iteration } from '../../../seed/model'
import { type Answer, answer, answerList } from '../../protocol/answer'
import { type Call, numberIn, projectOf } from '../../protocol/call'
import { argumentRefused } from '../../protocol/errors'
import { nodeAt } from '../../store/tree'
import { nodeUnknown } from './errors'
import { linkedNodeJson, nodeJson, type Place, type Structure, treeOf } from './node-json'

/** By name or, as Microsoft's own clients send it, by number. */
function structureOf(group: string): Structure {
  const structures = ['areas', 'iterations'] as const
  const structure = structures.find((one, number) => [one, String(number)].includes(group.toLowerCase()))
  if (!structure) throw argumentRefused(`The value '${group}' is not valid for structureGroup.`)
  return structure
}

/** The tree that an address names. */
export function placeOf(call: Call): Place {
  const { store, parameters } = call
  return { store, project: projectOf(call), structure: structureOf(parameters[0] ?? '') }
}

/** The node that an address names: names joined by slashes or backslashes, with or without one in front. */
export function addressedNode(place: Place, { parameters: [, path = ''] }: Call): Iteration {
  const names = path.split(/[\\/]/).filter((name) => name !== '')
  const node = nodeAt(treeOf(place), names)
  if (!node) throw nodeUnknown(names.join('\\'))
  return node
}

const depthIn = ({ query }: Call): number => numberIn(query, '$depth') ?? 0

function idsIn(text: string): number[] {
  return text.split(',').map((id) => {
    if (!/^\s*\d{1,9}\s*$/.test(id)) throw argumentRefused(`The value '${id}' is not valid for ids.`)
    return Number(id)
  })
}

/** Whichever tree of the project it is in. */
function nodeById(call: Call, id: number): object | undefined {
  const project = projectOf(call)
  for (const structure of ['areas', 'iterations'] as const) {
    const node = project[structure].find((one) => one.id === id)
    if (node) return linkedNodeJson({ store: call.store, project, structure }, node, depthIn(call))
  }
  return undefined
}

function listByIds(call: Call, ids: readonly number[]): Answer {
  const omitsMissing = call.query.get('errorPolicy')?.toLowerCase() === 'omit'
  const nodes = ids.map((id) => {
    const node = nodeById(call, id)
    if (!node && !omitsMissing) throw nodeUnknown(String(id))
    return node ?? null
  })
  return answerList(nodes)
}

/** The nodes with the given IDs, or both roots; these come without links, areas first. */
export function listNodes(call: Call): Answer {
  const ids = call.query.get('ids')
  if (ids !== null) return listByIds(call, idsIn(ids))
  const project = projectOf(call)
  const roots = (['areas', 'iterations'] as const).map((structure) =>
    nodeJson({ store: call.store, project, structure }, project[structure][0], depthIn(call)),
  )
  return answerList(roots)
}

export function getNode(call: Call): Answer {
  const place = placeOf(call)
  return answer(linkedNodeJson(place, addressedNode(place, call), depthIn(call)))
}
