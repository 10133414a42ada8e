import 'server-only'
import type { Project } from '../../seed/model'
import { subjectJson } from '../graph/subject-json'
import type { Store } from '../store/index'
import type { Entitlement } from '../store/members/entitlements'
import type { Group, Member, Role } from '../store/members/subject'
import { dateText } from '../wit/render'

/** What never happened is said to have happened in the year 1. */
const never = '0001-01-01T00:00:00Z'

const accessLevelOf = ({ licence, status }: Entitlement) => ({
  licensingSource: licence.licensingSource,
  accountLicenseType: licence.accountLicenseType,
  msdnLicenseType: licence.msdnLicenseType,
  gitHubLicenseType: 'none',
  licenseDisplayName: licence.licenseDisplayName,
  status,
  statusMessage: '',
  assignmentSource: 'unknown',
})

/** The project groups that an entitlement speaks of, the mightiest first. */
export const groupTypes: readonly (readonly [Role, string])[] = [
  ['project administrators', 'projectAdministrator'],
  ['contributors', 'projectContributor'],
  ['readers', 'projectReader'],
]

function projectEntitlement(member: Member, project: Project, { members }: Store) {
  const { groups } = members
  const roles = groups.rolesOf(member, project)
  const [role, groupType] = groupTypes.find(([one]) => roles.has(one)) ?? []
  const group = role && groups.withRole(role, project)
  if (!group) return []
  const isDirect = groups.memberships.has(member.descriptor, group.descriptor)
  const isTeam = (one: Group) =>
    one.project?.id === project.id && groups.memberships.has(member.descriptor, one.descriptor)
  const teams = groups.all().filter((one) => one.role === 'none' && isTeam(one))
  return [
    {
      group: { groupType, displayName: group.displayName },
      projectRef: { id: project.id, name: project.name },
      projectPermissionInherited: isDirect ? 'notInherited' : 'inherited',
      teamRefs: teams.map(({ id, displayName }) => ({ id, name: displayName })),
      assignmentSource: 'unknown',
    },
  ]
}

const projectEntitlements = (member: Member, store: Store) =>
  store.world.projects.flatMap((project) => projectEntitlement(member, project, store))

interface Telling {
  /** The member that holds who it is about. */
  readonly as?: 'member'
  readonly withProjects?: boolean
}

/** A licence and whose it is, as it is read. */
export function entitlementJson(member: Member, store: Store, { as, withProjects = false }: Telling = {}) {
  const entitlement = store.members.entitlements.of(member.id)
  const { lastAccessed, created } = entitlement
  return {
    [as ?? member.kind]: subjectJson(member, store),
    extensions: [],
    id: member.id,
    accessLevel: accessLevelOf(entitlement),
    lastAccessedDate: lastAccessed === undefined ? never : dateText(lastAccessed),
    dateCreated: dateText(created),
    projectEntitlements: withProjects ? projectEntitlements(member, store) : [],
    groupAssignments: [],
  }
}

/** The same in the result of a change, which leaves out dates and lists. */
export const changedEntitlementJson = (member: Member, store: Store) => ({
  ...entitlementJson(member, store),
  lastAccessedDate: '0001-01-01T00:00:00',
  dateCreated: '0001-01-01T00:00:00',
  projectEntitlements: null,
  groupAssignments: null,
})
