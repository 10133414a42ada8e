import 'server-only'

/** Who is directly in what, by descriptors. */
export interface Memberships {
  containersOf(member: string): readonly string[]
  membersOf(container: string): readonly string[]
  has(member: string, container: string): boolean
  add(member: string, container: string): void
  remove(member: string, container: string): void
  /** Ends every membership that it has, on either side. */
  forget(descriptor: string): void
  /** All that it is in, directly or through others. */
  closure(member: string): ReadonlySet<string>
}

export function createMemberships(): Memberships {
  const containers = new Map<string, Set<string>>()
  const members = new Map<string, Set<string>>()

  const of = (map: Map<string, Set<string>>, key: string): readonly string[] => [...(map.get(key) ?? [])]

  function put(map: Map<string, Set<string>>, key: string, value: string): void {
    const set = map.get(key) ?? new Set()
    map.set(key, set.add(value))
  }

  function remove(member: string, container: string): void {
    containers.get(member)?.delete(container)
    members.get(container)?.delete(member)
  }

  return {
    containersOf: (member) => of(containers, member),
    membersOf: (container) => of(members, container),
    has: (member, container) => containers.get(member)?.has(container) ?? false,
    add(member, container) {
      put(containers, member, container)
      put(members, container, member)
    },
    remove,
    forget(descriptor) {
      for (const container of of(containers, descriptor)) remove(descriptor, container)
      for (const member of of(members, descriptor)) remove(member, descriptor)
    },
    closure(member) {
      const all = new Set<string>()
      const open = [member]
      for (let next = open.pop(); next !== undefined; next = open.pop()) {
        for (const container of of(containers, next)) {
          if (!all.has(container)) open.push(container)
          all.add(container)
        }
      }
      return all
    },
  }
}
