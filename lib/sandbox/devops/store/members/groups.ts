import 'server-only'
import type { Project, World } from '../../../seed/model'
import { createMemberships, type Memberships } from './memberships'
import { createGroup, seededGroups } from './seeded-groups'
import type { Group, Role, Subject } from './subject'

interface GroupName {
  readonly displayName: string
  readonly description: string
}

/** The groups of the organization, and who is in them. */
export interface Groups {
  readonly memberships: Memberships
  all(): readonly Group[]
  withRole(role: Role, project?: Project): Group | undefined
  /** The roles that it has in the organization, and those in the project. */
  rolesOf(subject: Subject, project?: Project): ReadonlySet<Role>
  add(name: GroupName, project: Project | undefined): Group
  rename(group: Group, name: GroupName): Group
  remove(group: Group): void
}

export function createGroups(world: World): Groups {
  const memberships = createMemberships()
  const groups = new Map<string, Group>()

  function put(group: Group): Group {
    groups.set(group.descriptor, group)
    return group
  }

  for (const { group, members } of seededGroups(world)) {
    put(group)
    for (const member of members) memberships.add(member, group.descriptor)
  }

  return {
    memberships,
    all: () => [...groups.values()],
    withRole: (role, project) =>
      [...groups.values()].find((group) => group.role === role && group.project?.id === project?.id),
    rolesOf(subject, project) {
      const all = [...memberships.closure(subject.descriptor)].flatMap((descriptor) => groups.get(descriptor) ?? [])
      const inScope = all.filter((group) => group.project === undefined || group.project.id === project?.id)
      return new Set(inScope.map(({ role }) => role))
    },
    add: (name, project) => put(createGroup(project?.id ?? world.id, { ...name, role: 'none', project })),
    rename: (group, name) => put({ ...group, ...name }),
    remove(group) {
      memberships.forget(group.descriptor)
      groups.delete(group.descriptor)
    },
  }
}
