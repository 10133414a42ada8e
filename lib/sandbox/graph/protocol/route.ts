import 'server-only'
import type { Directory, SandboxControl } from '../../control'
import type { EntraBehaviour } from '../../entra/behaviour'
import type { SandboxIdentity } from '../../identity'
import type { Answer } from './answer'

/** The tenant as Microsoft Graph reads and changes it: what the portals show is the same. */
export interface GraphTenant {
  readonly identity: SandboxIdentity
  readonly directory: Directory
  readonly control: SandboxControl
  readonly behaviour: EntraBehaviour
}

/** How an address names one object: `/{id}` or `(appId='{appId}')`. */
export interface Key {
  readonly property: string
  readonly value: string
}

/** One request of somebody who may make it. */
export interface Call {
  readonly tenant: GraphTenant
  readonly request: Request
  readonly url: URL
  readonly key: Key
}

export interface Route {
  readonly method: string
  /** What stands behind the version; `*` is the key of an object, in either form. */
  readonly path: string
  /** Application permissions of which the caller needs one; none for what every app may ask. */
  readonly permissions: readonly string[]
  readonly handle: (call: Call) => Answer | Promise<Answer>
}

const keyForm = /^([^(/]+)\((\w+)='([^']*)'\)$/

/** `applications(appId='…')` is taken apart like `applications/…`. */
function segmentsOf(path: string): { words: string[]; key: Key } {
  const parts = path.split('/').filter((part) => part !== '')
  const [, collection, property, value] = keyForm.exec(parts[0] ?? '') ?? []
  if (collection !== undefined && property !== undefined && value !== undefined) {
    return { words: [collection, '*', ...parts.slice(1)], key: { property, value } }
  }
  const [name = '', id, ...rest] = parts
  // `$count` and its like are no ids.
  if (id === undefined || id.startsWith('$')) return { words: parts, key: { property: 'id', value: '' } }
  return { words: [name, '*', ...rest], key: { property: 'id', value: id } }
}

/**
 * The route that a method and an address mean.
 * @param path decoded, behind the version
 */
export function findRoute(routes: readonly Route[], method: string, path: string) {
  const { words, key } = segmentsOf(path)
  const wanted = words.join('/').toLowerCase()
  const route = routes.find((one) => one.method === method && one.path.toLowerCase() === wanted)
  return route && { route, key }
}
