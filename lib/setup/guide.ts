import 'server-only'
import { parseTokenUrl, tenantOf } from '#lib/platform/addresses/token-url'
import type { SetupStep } from '#lib/platform/errors/index'
import type { SetupDraft } from './schema'

/** What the pages of the steps fill in; what is not known yet is missing. */
export interface GuideValues {
  readonly isSandbox: boolean
  readonly appName: string
  readonly organization: string
  /** ID or domain. */
  readonly tenant?: string
  readonly clientId?: string
  readonly servicePrincipalObjectId?: string
}

export interface PortalLink {
  readonly href: string
  readonly label: string
}

const given = (text: string | undefined): string | undefined => text?.trim() || undefined

function tenantIn(tokenUrl: string): string | undefined {
  const parsed = parseTokenUrl(tokenUrl)
  return 'url' in parsed ? tenantOf(parsed.url) : undefined
}

export function guideValues(draft: SetupDraft): GuideValues {
  const [tenant, clientId] = [tenantIn(draft.tokenUrl ?? ''), given(draft.clientId)]
  const [organization, objectId] = [given(draft.organization) ?? '', given(draft.servicePrincipalObjectId)]
  return {
    isSandbox: draft.sandbox === true,
    appName: given(draft.appName) ?? (organization ? `Certboard for ${organization}` : 'Certboard'),
    organization,
    ...(tenant && { tenant }),
    ...(clientId && { clientId }),
    ...(objectId && { servicePrincipalObjectId: objectId }),
  }
}

const practicePages: Partial<Record<SetupStep, PortalLink>> = {
  1: { href: '/sandbox/app-registrations', label: 'Open the practice portal' },
  2: { href: '/sandbox/certificates', label: 'Open the practice portal' },
  3: { href: '/sandbox/permissions', label: 'Open the practice portal' },
  4: { href: '/sandbox/users', label: 'Open the practice portal' },
}

const entra = 'https://entra.microsoft.com'

/**
 * The page of an app in the Entra admin center. The addresses are those that its own pages have; they are not documented
 * and lead to the start page when Microsoft changes them.
 */
function appPage({ tenant, clientId }: GuideValues, page: string): string {
  const root = tenant ? `${entra}/${tenant}` : `${entra}/`
  return clientId
    ? `${root}#view/Microsoft_AAD_RegisteredApps/ApplicationMenuBlade/~/${page}/appId/${clientId}`
    : `${root}#view/Microsoft_AAD_RegisteredApps/ApplicationsListBlade`
}

function microsoftPage(step: SetupStep, values: GuideValues): PortalLink | undefined {
  const { tenant, organization } = values
  switch (step) {
    case 1:
      return {
        href: `${tenant ? `${entra}/${tenant}` : `${entra}/`}#view/Microsoft_AAD_RegisteredApps/CreateApplicationBlade`,
        label: 'Open New registration',
      }
    case 2:
      return { href: appPage(values, 'Credentials'), label: 'Open Certificates & secrets' }
    case 3:
      return { href: appPage(values, 'CallAnAPI'), label: 'Open API permissions' }
    case 4:
      return organization
        ? { href: `https://dev.azure.com/${organization}/_settings/users`, label: 'Open Organization settings › Users' }
        : undefined
    default:
      return undefined
  }
}

/** Where a step is taken: the right page of the right portal, as far as the values lead there. */
export const portalLink = (step: SetupStep, values: GuideValues): PortalLink | undefined =>
  values.isSandbox ? practicePages[step] : microsoftPage(step, values)
