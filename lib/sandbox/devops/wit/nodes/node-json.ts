import 'server-only'
import type { Iteration, Project } from '../../../seed/model'
import type { Store } from '../../store/index'
import { childrenOf, parentPath, type Tree } from '../../store/tree'
import { dateText } from '../render'

export type Structure = 'areas' | 'iterations'

/** One of the two trees of a project. */
export interface Place {
  readonly store: Store
  readonly project: Project
  readonly structure: Structure
}

export const treeOf = ({ project, structure }: Place): Tree => project[structure]

const words = {
  areas: { type: 'area', level: 'Area', segment: 'Areas' },
  iterations: { type: 'iteration', level: 'Iteration', segment: 'Iterations' },
} as const

const namesBelowRoot = (path: string): string[] => path.split('\\').slice(1)

/** The address of the node at a path as a field holds it. */
export function nodeUrl({ store, project, structure }: Place, path: string): string {
  const below = namesBelowRoot(path).map((name) => `/${encodeURIComponent(name)}`)
  return `${store.url}/${project.id}/_apis/wit/classificationNodes/${words[structure].segment}${below.join('')}`
}

/** A node's own path begins with a backslash and names the kind of its tree below the project. */
function nodePath({ project, structure }: Place, path: string): string {
  return ['', project.name, words[structure].level, ...namesBelowRoot(path)].join('\\')
}

const instant = (date: number | undefined): string | null => (date === undefined ? null : dateText(date))

function attributesOf({ startDate, finishDate }: Iteration) {
  if (startDate === undefined && finishDate === undefined) return {}
  return { attributes: { startDate: instant(startDate), finishDate: instant(finishDate) } }
}

/** As it appears inside another node: without links. `depth` is the number of levels to show below it. */
export function nodeJson(place: Place, node: Iteration, depth: number, links: object = {}): object {
  const children = childrenOf(treeOf(place), node)
  const shown = depth > 0 && children.length > 0
  return {
    id: node.id,
    identifier: node.identifier,
    name: node.name,
    structureType: words[place.structure].type,
    hasChildren: children.length > 0,
    ...(shown ? { children: children.map((child) => nodeJson(place, child, depth - 1)) } : {}),
    ...attributesOf(node),
    path: nodePath(place, node.path),
    ...links,
    url: nodeUrl(place, node.path),
  }
}

/** As it appears when it is asked for itself. */
export function linkedNodeJson(place: Place, node: Iteration, depth: number): object {
  const above = parentPath(node)
  const parent = above === '' ? {} : { parent: { href: nodeUrl(place, above) } }
  return nodeJson(place, node, depth, { _links: { self: { href: nodeUrl(place, node.path) }, ...parent } })
}
