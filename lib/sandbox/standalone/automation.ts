import 'server-only'
import type { SandboxControl } from '../control'

/**
 * Registers an app that may do what an administrator does: register apps by Microsoft Graph, consent to permissions, and
 * let apps into the organization. It is an app because nobody can sign in to the sandbox as a person; in return it signs
 * in with its certificate like every other app, so the Azure CLI needs no special treatment.
 * @param certificate PEM
 * @returns its client ID
 */
export function registerAutomation(control: SandboxControl, certificate: string): string {
  const { clientId } = control.registerApp('Certboard automation', {
    graphPermissions: ['Application.ReadWrite.All', 'DelegatedPermissionGrant.ReadWrite.All', 'Organization.Read.All'],
    isMember: true,
    role: 'collection administrators',
    projects: 'all',
  })
  control.uploadCertificate(certificate, clientId)
  return clientId
}
