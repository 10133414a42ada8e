import 'server-only'
import type { Person, Project, Team, World } from '../../../seed/model'
import { groupDescriptorOf, groupSidOf, guidOf } from './ids'
import type { Group, Role } from './subject'

interface GroupOptions {
  readonly id?: string
  readonly displayName: string
  readonly description: string
  readonly role: Role
  readonly project?: Project | undefined
  readonly wellKnown?: number
}

/** @param scopeId Project or organization */
export function createGroup(scopeId: string, options: GroupOptions): Group {
  const { displayName, description, role, project, wellKnown } = options
  const id = options.id ?? guidOf(`${scopeId} ${displayName}`)
  const sid = groupSidOf(scopeId, id, wellKnown)
  return { kind: 'group', id, descriptor: groupDescriptorOf(sid), displayName, description, role, sid, project }
}

const ofCollection: readonly GroupOptions[] = [
  {
    displayName: 'Project Collection Administrators',
    description:
      'Members of this application group can perform all privileged operations on the Team Project Collection.',
    role: 'collection administrators',
    wellKnown: 1,
  },
  {
    displayName: 'Project Collection Valid Users',
    description:
      'This application group contains all users and groups that have access to the Team Project Collection. You cannot modify the membership of this group.',
    role: 'collection valid users',
    wellKnown: 3,
  },
]

const ofProject: readonly GroupOptions[] = [
  {
    displayName: 'Project Administrators',
    description: 'Members of this group can perform all operations in the team project.',
    role: 'project administrators',
  },
  {
    displayName: 'Build Administrators',
    description: 'Members of this group can create, modify and delete build definitions and manage queued builds.',
    role: 'build administrators',
  },
  {
    displayName: 'Contributors',
    description: 'Members of this group can add, modify, and delete items within the team project.',
    role: 'contributors',
  },
  {
    displayName: 'Readers',
    description: 'Members of this group have access to the team project.',
    role: 'readers',
  },
  {
    displayName: 'Project Valid Users',
    description: 'This group contains all users and groups that have access to the team project.',
    role: 'project valid users',
  },
]

/** A group as it was at the beginning, and who was directly in it. */
export interface SeededGroup {
  readonly group: Group
  readonly members: readonly string[]
}

const descriptors = (people: readonly Person[]): string[] => people.map(({ descriptor }) => descriptor)

const teamGroup = (project: Project, { id, name, description, members }: Team): SeededGroup => ({
  group: createGroup(project.id, { id, displayName: name, description, role: 'none', project }),
  members: descriptors(members),
})

/** Teams contribute, the first of the default team administers, and whoever is in any group is a valid user. */
export function groupsOfProject(project: Project): SeededGroup[] {
  const teams = project.teams.map((team) => teamGroup(project, team))
  const groups = ofProject.map((options) => createGroup(project.id, { ...options, project }))
  const members: Partial<Record<Role, readonly string[]>> = {
    'project administrators': descriptors(project.teams[0].members.slice(0, 1)),
    contributors: teams.map(({ group }) => group.descriptor),
    'project valid users': groups.filter(({ role }) => role !== 'project valid users').map((one) => one.descriptor),
  }
  return [...groups.map((group) => ({ group, members: members[group.role] ?? [] })), ...teams]
}

/** The groups that the organization and its projects have from the start. */
export function seededGroups({ id, people, projects }: World): SeededGroup[] {
  const inProjects = projects.flatMap(groupsOfProject)
  const validUsers = inProjects.filter(({ group }) => group.role === 'project valid users')
  const [administrators, valid] = ofCollection.map((options) => createGroup(id, options))
  if (!administrators || !valid) return inProjects
  return [
    { group: administrators, members: descriptors(people.slice(0, 2)) },
    { group: valid, members: [administrators.descriptor, ...validUsers.map(({ group }) => group.descriptor)] },
    ...inProjects,
  ]
}
