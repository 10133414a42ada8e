import 'server-only'
import type { Project, WorkItem } from '../../../seed/model'
import type { Call } from '../../protocol/call'
import { effectiveBits, namespaceOf } from '../../security/permissions'
import { areaToken } from '../../security/visible'
import { areaNotWritable, permissionMissing, rulesNotBypassable } from './errors'

const areas = namespaceOf('83e28ad4-2d72-4ceb-97b0-c7726d5502c3')
const projects = namespaceOf('52d39943-cb85-4d7f-8fa8-c6baac873819')

const writeWorkItems = 0x20
const deleteWorkItems = 0x2000
const destroyWorkItems = 0x8000
const bypassRules = 0x10_0000

const callerOf = ({ store, caller }: Call) => store.members.findServicePrincipal(caller.objectId)

function mayInProject(call: Call, { id }: Project, bit: number): boolean {
  const subject = callerOf(call)
  const token = `$PROJECT:vstfs:///Classification/TeamProject/${id}`
  return subject !== undefined && (effectiveBits(projects, token, subject, call.store) & bit) === bit
}

/** @throws TF237111 if the caller may not write work items in the item's area */
export function requireWrite(call: Call, { project, area }: Pick<WorkItem, 'project' | 'area'>): void {
  const subject = callerOf(call)
  const token = areaToken(project, area)
  const bits = subject === undefined ? 0 : effectiveBits(areas, token, subject, call.store)
  if ((bits & writeWorkItems) === 0) throw areaNotWritable()
}

/** @throws TF401322 */
export function requireBypass(call: Call, project: Project): void {
  if (!mayInProject(call, project, bypassRules)) throw rulesNotBypassable()
}

/** @throws 403 */
export function requireDelete(call: Call, { project }: WorkItem, destroys: boolean): void {
  const { displayName } = call.caller
  if (!mayInProject(call, project, deleteWorkItems)) {
    throw permissionMissing(displayName, 'Delete and restore work items')
  }
  if (destroys && !mayInProject(call, project, destroyWorkItems)) {
    throw permissionMissing(displayName, 'Permanently delete work items')
  }
}
