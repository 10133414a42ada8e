import 'server-only'
import type { Project } from '../../seed/model'
import { type Call, type Members, membersOf, textIn } from '../protocol/call'
import { type Licence, licenceOf, stakeholder } from '../store/members/licences'
import type { Member } from '../store/members/subject'
import { changedEntitlementJson, groupTypes } from './entitlement-json'
import { type Failure, groupUnknown, licenceUnknown, operationUnknown, projectUnknown } from './errors'

/** What became of one operation; a failure does not keep the others from being done. */
export interface Outcome {
  readonly errors: readonly Failure[]
  readonly result: unknown
}

const done: Outcome = { errors: [], result: null }
const failed = (error: Failure): Outcome => ({ errors: [error], result: null })

/** The licence that `accessLevel` asks for; whoever is added without one looks on. */
export function wantedLicence(accessLevel: Members): Licence | Failure {
  const source = textIn(accessLevel, 'licensingSource') ?? 'account'
  const type = textIn(accessLevel, source.toLowerCase() === 'msdn' ? 'msdnLicenseType' : 'accountLicenseType')
  if (type === undefined) return stakeholder
  return licenceOf(source, type) ?? licenceUnknown(type)
}

export const isFailure = (value: Licence | Failure): value is Failure => 'key' in value

function findProject({ store }: Call, id: string): Project | undefined {
  return store.world.projects.find((project) => project.id === id.toLowerCase())
}

function leaveProject({ store }: Call, member: Member, project: Project): void {
  const { groups } = store.members
  for (const descriptor of groups.memberships.containersOf(member.descriptor)) {
    const group = groups.all().find((one) => one.descriptor === descriptor)
    if (group?.project?.id === project.id) groups.memberships.remove(member.descriptor, descriptor)
  }
}

/** Puts the member in the group of the project that a project entitlement names. */
export function joinProject(call: Call, member: Member, entitlement: Members, path = ''): Outcome {
  const id = textIn(membersOf(entitlement.projectRef), 'id') ?? path
  const project = findProject(call, id)
  if (!project) return failed(projectUnknown(id))
  const type = textIn(membersOf(entitlement.group), 'groupType') ?? ''
  const [role] = groupTypes.find(([, one]) => one.toLowerCase() === type.toLowerCase()) ?? []
  const { groups } = call.store.members
  const group = role && groups.withRole(role, project)
  if (!group) return failed(groupUnknown(type))
  leaveProject(call, member, project)
  groups.memberships.add(member.descriptor, group.descriptor)
  return done
}

function changeLicence(call: Call, member: Member, accessLevel: Members): Outcome {
  const licence = wantedLicence(accessLevel)
  if (isFailure(licence)) return failed(licence)
  call.store.members.entitlements.grant(member.id, licence, call.now.getTime())
  return { errors: [], result: changedEntitlementJson(member, call.store) }
}

function changeProject(call: Call, member: Member, operation: Members, id: string): Outcome {
  if (textIn(operation, 'op') !== 'remove') return joinProject(call, member, membersOf(operation.value), id)
  const project = findProject(call, id)
  if (!project) return failed(projectUnknown(id))
  leaveProject(call, member, project)
  return done
}

/** One operation of a JSON Patch; extensions are taken and come to nothing, as there are none to have any more. */
export function change(call: Call, member: Member, operation: Members, path: string): Outcome {
  const [part, id = ''] = path.split('/').filter((one) => one !== '')
  switch (part?.toLowerCase()) {
    case 'accesslevel':
      return changeLicence(call, member, membersOf(operation.value))
    case 'projectentitlements':
      return changeProject(call, member, operation, id)
    case 'extensions':
      return done
    default:
      return failed(operationUnknown(textIn(operation, 'op') ?? '', path))
  }
}
