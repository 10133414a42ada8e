import 'server-only'
import { AppError, type ErrorCode } from '#lib/platform/errors/index'
import { appChangesSchema } from '#lib/sandbox/control/changes'
import type { Sandbox } from '#lib/sandbox/index'
import { sandbox } from './sandbox'

export { appChangesSchema }

/** What somebody has set by the control API that makes things fail which a person did right. */
function troubleOf(control: Sandbox['control']): readonly string[] {
  const { tenant, conditionalAccess, azureDevOps, organization, managedIdentity } = control.conditions()
  return [
    ...control.faults().map(({ kind, route }) => `Fault: ${kind} at ${route}`),
    ...(control.limits() === 'off' ? [] : [`Rate limits: ${control.limits()}`]),
    ...(tenant === 'active' ? [] : [`Tenant: ${tenant}`]),
    ...(conditionalAccess === 'none' ? [] : ['Conditional access blocks every app']),
    ...(azureDevOps === 'enabled' ? [] : [`Azure DevOps in the tenant: ${azureDevOps}`]),
    ...(organization === 'running' ? [] : [`Organization: ${organization}`]),
    ...(managedIdentity === 'assigned' ? [] : ['The server has no managed identity']),
  ]
}

/** What the practice portal shows of the sandbox, and what a connection takes from it. */
export function describeSandbox({ info, control }: Sandbox) {
  return {
    tenantId: info.tenantId,
    tenantDomain: info.tenantDomain,
    clientId: info.clientId,
    tokenUrl: info.tokenUrl,
    scope: info.scope,
    organization: info.organization,
    projects: info.projects,
    keyVault: info.keyVault,
    appName: control.appRegistration().displayName,
    apps: control.apps(),
    trouble: troubleOf(control),
  }
}
export type SandboxState = ReturnType<typeof describeSandbox>

/**
 * Changes the sandbox as a person does in the portals, and gives what it has become.
 * @throws not_found where the sandbox is off; the given code where the portals would refuse
 */
export async function changeSandbox(
  change: (control: Sandbox['control']) => unknown,
  refusal: ErrorCode = 'sandbox_refused',
): Promise<SandboxState> {
  const practice = await sandbox()
  try {
    change(practice.control)
  } catch (cause) {
    throw new AppError(refusal, { cause, ...(cause instanceof Error ? { detail: cause.message } : {}) })
  }
  return describeSandbox(practice)
}
