import 'server-only'
import type { Context } from '../context'

/**
 * The descriptors of all who are in a group or team, directly or through other groups, by its name as in
 * `[Project]\Contributors`. Whoever is unknown has no members.
 */
export function membersOfGroup(name: string, { store }: Context): ReadonlySet<string> {
  const wanted = name.toLowerCase()
  const { groups, users, servicePrincipals } = store.members
  const group = groups.all().find((one) => {
    const scope = one.project?.name ?? store.organization
    return `[${scope}]\\${one.displayName}`.toLowerCase() === wanted
  })
  if (!group) return new Set()
  const members = [...users(), ...servicePrincipals()].map(({ descriptor }) => descriptor)
  return new Set(members.filter((member) => groups.memberships.closure(member).has(group.descriptor)))
}
