import 'server-only'
import { createControl, type SandboxChanges, type SandboxControl } from './control'
import { createDevOps } from './devops'
import type { Caller } from './devops/protocol/caller'
import { parseHost } from './devops/protocol/hosts'
import type { Tenant } from './devops/store/members/tenant'
import { createEntra } from './entra'
import { azureDevOpsAppId } from './entra/scope'
import { authority, loginHosts } from './entra/tenant'
import { identityOf } from './identity'
import { notEmulated } from './not-emulated'

export type { SandboxChanges } from './control'

const organization = 'contoso'

/** Of the legacy hosts only those of the one organization: others, such as `app.vssps.visualstudio.com`, are no organizations. */
function isDevOpsHost(hostname: string): boolean {
  const host = parseHost(hostname)
  return host !== undefined && (host.organization ?? organization) === organization
}

interface SandboxOptions {
  /** Everything in the sandbox follows from it. */
  readonly seed?: number
  /** Number of work items. */
  readonly items?: number
  readonly now?: () => Date
  /** Gives back what `save` was given last, so that a restart loses nothing. */
  readonly load?: () => unknown
  /** Called after each change that a person makes. */
  readonly save?: (changes: SandboxChanges) => void
}

/** What a person copies from the portals into a connection. */
interface SandboxInfo {
  readonly tenantId: string
  readonly tenantDomain: string
  readonly clientId: string
  readonly servicePrincipalObjectId: string
  readonly organization: string
  readonly organizationUrl: string
  readonly tokenUrl: string
  readonly scope: string
  readonly projects: readonly string[]
}

export interface Sandbox {
  /** Answers a request to one of Microsoft's hosts; 501 for whatever is not emulated. */
  readonly fetch: (request: Request) => Promise<Response>
  readonly info: SandboxInfo
  readonly control: SandboxControl
}

/**
 * Emulates one Entra ID tenant with one app registration, and one Azure DevOps organization. Until somebody removes it,
 * the app's service principal is a member of the organization, so the only step left is to upload a certificate.
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { seed = 1, items = 2000, now = () => new Date(), load, save } = options
  const identity = identityOf(seed)
  const { tenantId, tenantDomain, clientId, servicePrincipalObjectId } = identity
  const { control, directory } = createControl({ identity, load, save })
  const entra = await createEntra({ identity, directory, now })

  async function identify(request: Request): Promise<Caller> {
    const authorization = request.headers.get('authorization')
    if (authorization === null) return { kind: 'none' }
    const holder = await entra.verifyAccessToken(authorization.replace(/^Bearer +/i, ''))
    if (!holder) return { kind: 'invalid' }
    const { displayName = '', isMember = false } = directory.findApp(holder.clientId) ?? {}
    return { kind: 'principal', objectId: holder.objectId, displayName, clientId: holder.clientId, isMember }
  }

  const tenant: Tenant = {
    id: tenantId,
    enterpriseApplications() {
      const { displayName, isMember } = control.appRegistration()
      return [{ objectId: servicePrincipalObjectId, clientId, displayName, isMember }]
    },
    setMember: (_, isMember) => (isMember ? control.addMember() : control.removeMember()),
  }

  const devOps = createDevOps({ organization, tenant, seed, items, now, identify })
  return {
    control,
    info: {
      tenantId,
      tenantDomain,
      clientId,
      servicePrincipalObjectId,
      organization,
      organizationUrl: `https://dev.azure.com/${organization}`,
      tokenUrl: `${authority}/${tenantId}/oauth2/v2.0/token`,
      scope: `${azureDevOpsAppId}/.default`,
      projects: devOps.projects,
    },
    async fetch(request) {
      const { hostname } = new URL(request.url)
      if (loginHosts.includes(hostname)) return await entra.fetch(request)
      if (isDevOpsHost(hostname)) return await devOps.fetch(request)
      return notEmulated(request)
    },
  }
}
