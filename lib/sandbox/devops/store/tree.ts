import 'server-only'
import type { Iteration } from '../../seed/model'

/** The areas or the iterations of a project: the root first, parents before children. Areas are nodes without dates. */
export type Tree = readonly [Iteration, ...Iteration[]]

/** The path of the node above; empty for a root. */
export const parentPath = ({ path }: Pick<Iteration, 'path'>): string =>
  path.slice(0, Math.max(0, path.lastIndexOf('\\')))

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

export const childrenOf = (tree: Tree, node: Iteration): Iteration[] =>
  tree.filter((other) => parentPath(other) === node.path)

/** Whether `node` is `top` or lies below it. */
export const isUnder = (node: Pick<Iteration, 'path'>, top: Pick<Iteration, 'path'>): boolean =>
  node.path === top.path || node.path.startsWith(`${top.path}\\`)

/** The node at a path below the root, whose own name is not among the names; whatever the case. */
export function nodeAt(tree: Tree, names: readonly string[]): Iteration | undefined {
  const wanted = [tree[0].path, ...names].join('\\')
  return tree.find(({ path }) => same(path, wanted))
}

export const childNamed = (tree: Tree, parent: Iteration, name: string): Iteration | undefined =>
  childrenOf(tree, parent).find((child) => same(child.name, name))

const replaceAll = ([root, ...others]: Tree, change: (node: Iteration) => Iteration): Tree => [
  change(root),
  ...others.map(change),
]

/** The tree with other contents in the place of one node; all nodes below it follow when its path changes. */
export function withChanged(tree: Tree, changed: Iteration): Tree {
  const before = tree.find(({ id }) => id === changed.id)
  if (!before) return tree
  const follow = (node: Iteration): Iteration => ({ ...node, path: changed.path + node.path.slice(before.path.length) })
  return replaceAll(tree, (node) => {
    if (node.id === changed.id) return changed
    return isUnder(node, before) ? follow(node) : node
  })
}

export const withAdded = (tree: Tree, node: Iteration): Tree => [...tree, node]

/** The tree without a node and all below it; a root stays. */
export const withRemoved = ([root, ...others]: Tree, node: Iteration): Tree => [
  root,
  ...others.filter((other) => !isUnder(other, node)),
]

/** The tree with a node, and all below it, moved under another. */
export function withMoved(tree: Tree, node: Iteration, parent: Iteration): Tree {
  const branch = tree.filter((other) => isUnder(other, node))
  const [root, ...rest] = withRemoved(tree, node)
  return withChanged([root, ...rest, ...branch], { ...node, path: `${parent.path}\\${node.name}` })
}
