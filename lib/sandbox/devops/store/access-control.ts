import 'server-only'

/** Bits that somebody is given or denied at a token. */
export interface Entry {
  readonly allow: number
  readonly deny: number
}

export interface AccessControlList {
  readonly token: string
  readonly inherits: boolean
  /** By subject descriptors. */
  readonly entries: ReadonlyMap<string, Entry>
}

/** What was set by hand; what follows from being in one of the groups that come with a project is not here. */
export interface AccessControl {
  lists(namespaceId: string): readonly AccessControlList[]
  entry(namespaceId: string, token: string, descriptor: string): Entry | undefined
  set(namespaceId: string, token: string, descriptor: string, entry: Entry): void
  setInheritance(namespaceId: string, token: string, inherits: boolean): void
  /** Gives whether there was one. */
  remove(namespaceId: string, token: string, descriptor: string): boolean
  /** Gives whether there was one. */
  removeList(namespaceId: string, token: string): boolean
}

export function createAccessControl(): AccessControl {
  const namespaces = new Map<string, Map<string, AccessControlList>>()

  /** Tokens differ in case only by mistake. */
  const keyOf = (token: string): string => token.toLowerCase()
  const find = (namespaceId: string, token: string) => namespaces.get(namespaceId)?.get(keyOf(token))

  function put(namespaceId: string, list: AccessControlList): void {
    const lists = namespaces.get(namespaceId) ?? new Map<string, AccessControlList>()
    namespaces.set(namespaceId, lists.set(keyOf(list.token), list))
  }

  const listAt = (namespaceId: string, token: string): AccessControlList =>
    find(namespaceId, token) ?? { token, inherits: true, entries: new Map() }

  return {
    lists: (namespaceId) => [...(namespaces.get(namespaceId)?.values() ?? [])],
    entry: (namespaceId, token, descriptor) => find(namespaceId, token)?.entries.get(descriptor),
    set(namespaceId, token, descriptor, entry) {
      const list = listAt(namespaceId, token)
      put(namespaceId, { ...list, entries: new Map(list.entries).set(descriptor, entry) })
    },
    setInheritance: (namespaceId, token, inherits) => put(namespaceId, { ...listAt(namespaceId, token), inherits }),
    remove(namespaceId, token, descriptor) {
      const list = find(namespaceId, token)
      if (!list?.entries.has(descriptor)) return false
      put(namespaceId, { ...list, entries: new Map([...list.entries].filter(([one]) => one !== descriptor)) })
      return true
    },
    removeList: (namespaceId, token) => namespaces.get(namespaceId)?.delete(keyOf(token)) ?? false,
  }
}
