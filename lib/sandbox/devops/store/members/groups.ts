import 'server-only'
import type { Project, World } from '../../../seed/model'
import { createMemberships, type Memberships } from './memberships'
import { createGroup, groupsOfProject, type SeededGroup, seededGroups } from './seeded-groups'
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

  function remove({ descriptor }: Group): void {
    memberships.forget(descriptor)
    groups.delete(descriptor)
  }

  const withRole = (role: Role, project?: Project): Group | undefined =>
    [...groups.values()].find((group) => group.role === role && group.project?.id === project?.id)

  function seed(seeded: readonly SeededGroup[]): void {
    for (const { group, members } of seeded) {
      put(group)
      for (const member of members) memberships.add(member, group.descriptor)
    }
  }

  /** A project that was made later gets the groups that the others had from the start. */
  function welcome(project: Project): void {
    seed(groupsOfProject(project))
    const valid = withRole('project valid users', project)
    const all = withRole('collection valid users')
    if (valid && all) memberships.add(valid.descriptor, all.descriptor)
  }

  let known: readonly Project[] = world.projects
  seed(seededGroups(world))

  /** Follows the projects: groups go with theirs, and name it as it is named now. */
  function current(): Map<string, Group> {
    const { projects } = world
    if (projects === known) return groups
    known = projects
    for (const group of [...groups.values()].filter(({ project }) => project !== undefined)) {
      const project = projects.find(({ id }) => id === group.project?.id)
      if (project) put({ ...group, project })
      else remove(group)
    }
    for (const project of projects) if (!withRole('contributors', project)) welcome(project)
    return groups
  }

  return {
    memberships,
    all: () => [...current().values()],
    withRole(role, project) {
      current()
      return withRole(role, project)
    },
    rolesOf(subject, project) {
      const all = [...memberships.closure(subject.descriptor)].flatMap((descriptor) => current().get(descriptor) ?? [])
      const inScope = all.filter((group) => group.project === undefined || group.project.id === project?.id)
      return new Set(inScope.map(({ role }) => role))
    },
    add: (name, project) => put(createGroup(project?.id ?? world.id, { ...name, role: 'none', project })),
    rename: (group, name) => put({ ...group, ...name }),
    remove,
  }
}
