import 'server-only'
import { setTimeout as sleep } from 'node:timers/promises'
import { createClock } from './clock'
import { createControl, type Directory, type SandboxChanges, type SandboxControl } from './control'
import { createDevOps } from './devops'
import type { Caller } from './devops/protocol/caller'
import { parseHost } from './devops/protocol/hosts'
import type { Tenant } from './devops/store/members/tenant'
import { createEntra, type Entra } from './entra'
import { tooManyRequests } from './entra/answer'
import { type EntraBehaviour, likeliest } from './entra/behaviour'
import { azureDevOpsAppId } from './entra/scope'
import { authority, loginHosts } from './entra/tenant'
import { createFaults } from './faults'
import type { FaultHost } from './faults/harm'
import { createGraph, graphHost } from './graph'
import { guidOf, identityOf } from './identity'
import { createKeyVault, firstCertificate } from './key-vault'
import { createLimits } from './limits'
import { blocked } from './limits/blocked'
import { appServiceEndpoint, createManagedIdentity, managedIdentityHosts } from './managed-identity'
import { createManagement, managementHost } from './management'
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
  /** About how many revisions a work item has on average. */
  readonly revisions?: number | undefined
  readonly now?: () => Date
  /** Gives back what `save` was given last, so that a restart loses nothing. */
  readonly load?: () => unknown
  /** Called after each change that a person makes. */
  readonly save?: (changes: SandboxChanges) => void
  /** What is not verified about Entra ID, where it shall be other than likeliest. */
  readonly entra?: Partial<EntraBehaviour>
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
  /** The tenant's key vault and the certificate that is in it from the start. */
  readonly keyVault: { readonly url: string; readonly certificate: string }
  /** How software on App Service reaches the managed identity of its machine; on a virtual machine it needs nothing. */
  readonly managedIdentity: { readonly clientId: string; readonly endpoint: string; readonly header: string }
}

type Clock = ReturnType<typeof createClock>
type KeyVault = ReturnType<typeof createKeyVault>

export interface Sandbox {
  /** Answers a request to one of Microsoft's hosts; 501 for whatever is not emulated. */
  readonly fetch: (request: Request) => Promise<Response>
  readonly info: SandboxInfo
  readonly control: SandboxControl
}

/** The directory as the organization sees it: by service principals, which an app registration may lack. */
const tenantOf = (tenantId: string, directory: Directory, control: SandboxControl): Tenant => ({
  id: tenantId,
  enterpriseApplications: () =>
    directory
      .apps()
      .filter(({ servicePrincipal }) => servicePrincipal !== 'missing')
      .map(({ servicePrincipalObjectId, ...app }) => ({ ...app, objectId: servicePrincipalObjectId })),
  setMember(objectId, isMember) {
    const app = directory.apps().find(({ servicePrincipalObjectId }) => servicePrincipalObjectId === objectId)
    if (app) control.changeApp(app.clientId, { isMember })
  },
})

/** Tells who sends a request to Azure DevOps, by the token that Entra ID's side issued. */
function identifier(entra: Entra, directory: Directory) {
  return async (request: Request): Promise<Caller> => {
    const authorization = request.headers.get('authorization')
    if (authorization === null) return { kind: 'none' }
    if (/^Basic /i.test(authorization)) return { kind: 'out of scope' }
    const holder = await entra.verifyAccessToken(authorization.replace(/^Bearer +/i, ''))
    if (!holder) return { kind: 'invalid' }
    const { displayName = '', isMember = false } = directory.findApp(holder.clientId) ?? {}
    return { kind: 'principal', objectId: holder.objectId, displayName, clientId: holder.clientId, isMember }
  }
}

/** Faults that change the tenant do what an administrator would do meanwhile. */
function faultHost(entra: Entra, keyVault: KeyVault, control: SandboxControl, { now, skewed }: Clock): FaultHost {
  const concerned = (clientId: string | undefined) =>
    control.apps().filter((app) => clientId === undefined || app.clientId === clientId)
  return {
    skewed,
    refuseWith: entra.refuseWith,
    throttle(request, retryAfter) {
      const { hostname } = new URL(request.url)
      if (keyVault.isHost(hostname)) return keyVault.throttle(request, retryAfter)
      return isDevOpsHost(hostname) ? blocked(request, retryAfter, now()) : tooManyRequests(retryAfter, now())
    },
    removeCertificates(clientId) {
      for (const app of concerned(clientId)) {
        for (const { thumbprintSha256 } of app.certificates) control.removeCertificate(thumbprintSha256, app.clientId)
      }
    },
    removeMember(clientId) {
      for (const app of concerned(clientId)) control.removeMember(app.clientId)
    },
  }
}

/**
 * Emulates one Entra ID tenant and one Azure DevOps organization. At first the tenant has one app registration, whose
 * service principal is a member of the organization, so the only step left is to upload a certificate.
 */
export async function createSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { seed = 1, items = 2000, revisions, now: realNow = () => new Date(), load, save } = options
  const behaviour = { ...likeliest, ...options.entra }
  const identity = identityOf(seed)
  const { tenantId, tenantDomain, clientId, servicePrincipalObjectId } = identity
  const clock = createClock(realNow)
  const { now } = clock
  const { control, directory } = createControl({ identity, load, save, now })
  const entra = await createEntra({ identity, directory, now, behaviour })
  const identify = identifier(entra, directory)
  const devOps = createDevOps({
    organization,
    tenant: tenantOf(tenantId, directory, control),
    seed,
    items,
    revisions,
    now,
    identify,
    isStopped: () => control.conditions().organization === 'stopped',
  })
  const { readAccessToken: readToken } = entra
  const graph = createGraph({ tenant: { identity, directory, control, behaviour }, readToken, now })
  const management = createManagement({ identity, readToken })
  const keyVault = createKeyVault({ identity, directory, control, readToken, now })
  const identityHeader = guidOf(seed, 'identity header')
  const managedIdentity = createManagedIdentity({ identity, directory, issue: entra.issue, now, identityHeader })
  const pace = createLimits({ mode: control.limits, now, sleep: (ms, signal) => sleep(ms, undefined, { signal }) })
  const befall = createFaults({ seed, faults: control.faults, host: faultHost(entra, keyVault, control, clock) })

  async function whoAsks(request: Request): Promise<string> {
    const caller = await identify(request)
    return caller.kind === 'principal' ? caller.objectId : caller.kind
  }

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
      keyVault: { url: control.keyVault().url, certificate: firstCertificate },
      managedIdentity: {
        clientId: identity.managedIdentity.clientId,
        endpoint: appServiceEndpoint,
        header: identityHeader,
      },
    },
    fetch: befall(async (request) => {
      const { hostname, host } = new URL(request.url)
      if (loginHosts.includes(hostname)) return await entra.fetch(request)
      if (hostname === graphHost) return await graph.fetch(request)
      if (hostname === managementHost) return await management.fetch(request)
      if (keyVault.isHost(hostname)) return await keyVault.fetch(request)
      if (managedIdentityHosts.includes(host)) return await managedIdentity.fetch(request)
      if (isDevOpsHost(hostname))
        return await pace(
          () => whoAsks(request),
          request,
          () => devOps.fetch(request),
        )
      return notEmulated(request)
    }),
  }
}
