import 'server-only'
import type { Project } from '../../seed/model'
import type { Call } from '../protocol/call'
import { type Refusal, refusal } from '../protocol/errors'
import type { Role } from '../store/members/subject'

/** The roles of whoever calls: those in the organization and, with a project, those in it. */
function rolesOfCaller({ store, caller }: Call, project?: Project): ReadonlySet<Role> {
  const { members } = store
  const subject = members.findServicePrincipal(caller.objectId)
  return subject ? members.groups.rolesOf(subject, project) : new Set()
}

/** Status and typeKey as of a permission that somebody lacks; the sentence is not known. */
const accessDenied = (displayName: string): Refusal =>
  refusal(
    403,
    { typeKey: 'AccessCheckException', namespace: 'Microsoft.VisualStudio.Services.Security' },
    `Access Denied: ${displayName} needs the following permission(s) to perform this action: Edit collection-level information`,
  )

/** Members, groups and permissions are for the organization's administrators to change. */
export function requireAdministrator(call: Call): void {
  if (!rolesOfCaller(call).has('collection administrators')) throw accessDenied(call.caller.displayName)
}
