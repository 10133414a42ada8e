import 'server-only'
import { createHash } from 'node:crypto'
import { contentOf } from '../../seed/delivery/contents'
import type { Files, Repository } from '../../seed/delivery/model'

/** A file or folder as it is in a commit. */
export interface Entry {
  /** Begins with a slash; that alone is the root. */
  readonly path: string
  readonly isFolder: boolean
  /** As Git works it out from the content. */
  readonly objectId: string
}

const objectIdOf = (kind: 'blob' | 'tree', content: Buffer): string =>
  createHash('sha1').update(`${kind} ${content.length}\0`).update(content).digest('hex')

/** Git compares names byte by byte, and those of folders as if a slash came behind. */
const sortKey = ({ path, isFolder }: Entry): string => (isFolder && path !== '/' ? `${path}/` : path)

export const inOrder = (one: Entry, other: Entry): number => (sortKey(one) < sortKey(other) ? -1 : 1)

const parentOf = (path: string): string => path.slice(0, path.lastIndexOf('/')) || '/'

function foldersAbove(path: string): string[] {
  const parent = parentOf(path)
  return parent === '/' ? [parent] : [...foldersAbove(parent), parent]
}

function treeId(children: readonly Entry[]): string {
  const lines = children.toSorted(inOrder).map(({ path, isFolder, objectId }) => {
    const name = path.slice(path.lastIndexOf('/') + 1)
    return Buffer.concat([Buffer.from(`${isFolder ? '40000' : '100644'} ${name}\0`), Buffer.from(objectId, 'hex')])
  })
  return objectIdOf('tree', Buffer.concat(lines))
}

/** The ID of a file whose last version that commit wrote. */
export const blobId = (repository: Repository, path: string, version: string): string =>
  objectIdOf('blob', Buffer.from(contentOf(repository, path, version)))

/** All files and the folders that they are in, in Git's order: a folder, then what is in it. */
export function entriesOf(repository: Repository, files: Files): Entry[] {
  const entries = [...files].map(([path, version]): Entry => {
    return { path, isFolder: false, objectId: blobId(repository, path, version) }
  })
  const folders = new Set([...files.keys()].flatMap(foldersAbove))
  const deepestFirst = [...folders].sort().reverse()
  for (const path of deepestFirst) {
    const children = entries.filter((entry) => entry.path !== '/' && parentOf(entry.path) === path)
    entries.push({ path, isFolder: true, objectId: treeId(children) })
  }
  return entries.sort(inOrder)
}
