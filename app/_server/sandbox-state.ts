import 'server-only'
import type { Sandbox } from '#lib/sandbox/index'

/** What the practice portal shows of the sandbox. */
export function describeSandbox({ info, control }: Sandbox) {
  const app = control.appRegistration()
  return {
    tenantId: info.tenantId,
    clientId: info.clientId,
    objectId: info.servicePrincipalObjectId,
    tokenUrl: info.tokenUrl,
    scope: info.scope,
    organization: info.organization,
    appName: app.displayName,
    isMember: app.isMember,
    certificates: app.certificates,
  }
}
export type SandboxState = ReturnType<typeof describeSandbox>
