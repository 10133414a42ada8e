import 'server-only'
import type { Store } from '../store/index'
import type { Subject } from '../store/members/subject'

/** The older kind of descriptor, by which access control lists know somebody. */
export function identityDescriptorOf(subject: Subject, { tenantId }: Store): string {
  if (subject.kind === 'group') return `Microsoft.TeamFoundation.Identity;${subject.sid}`
  if (subject.kind === 'user')
    return `Microsoft.IdentityModel.Claims.ClaimsIdentity;${tenantId}\\${subject.principalName}`
  return `Microsoft.VisualStudio.Services.Claims.AadServicePrincipal;${tenantId}\\${subject.originId}`
}
