/** What people paste as Token URL, tenant ID or domain. */
import { isGuid } from './guid'

/** Azure DevOps Services exists in the global cloud only; these are its login host and that host's aliases. */
export const loginHosts = [
  'login.microsoftonline.com',
  'login.windows.net',
  'login.microsoft.com',
  'sts.windows.net',
] as const

/** Hosts of the portals, whose addresses name the tenant too. */
const portalHosts = ['portal.azure.com', 'entra.microsoft.com', 'aad.portal.azure.com']

const nationalHosts: Readonly<Record<string, string>> = {
  'login.microsoftonline.us': 'the US Government',
  'login.usgovcloudapi.net': 'the US Government',
  'login.partner.microsoftonline.cn': 'China',
  'login.chinacloudapi.cn': 'China',
}

/** The domains that every tenant of another cloud has. */
const nationalDomains: readonly (readonly [ending: string, cloud: string])[] = [
  ['.onmicrosoft.us', 'the US Government'],
  ['.partner.onmschina.cn', 'China'],
]

const notHere = (cloud: string): string =>
  `of ${cloud}, where there is no Azure DevOps Services. Use a tenant of the global cloud.`

const sharedTenants = ['common', 'organizations', 'consumers']
const domain = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253}[A-Za-z0-9])?$/

const tokenUrlOf = (tenant: string): string => `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`

/** The tenant (GUID or domain) named by a Token URL that `parseTokenUrl` has given. */
export const tenantOf = (url: string): string => new URL(url).pathname.split('/')[1] ?? ''

type Parsed = { readonly url: string } | { readonly problem: string }

function parseUrl(text: string): URL | undefined {
  try {
    return new URL(text)
  } catch {
    return undefined
  }
}

function parseTenant(tenant: string): Parsed {
  if (sharedTenants.includes(tenant.toLowerCase())) {
    return { problem: `“${tenant}” stands for many tenants. Use your own tenant's ID or domain.` }
  }
  if (!domain.test(tenant) || !(tenant.includes('.') || isGuid(tenant))) {
    return { problem: 'The tenant must be a GUID (Directory ID) or a domain such as contoso.onmicrosoft.com.' }
  }
  const [, cloud] = nationalDomains.find(([ending]) => tenant.toLowerCase().endsWith(ending)) ?? []
  return cloud ? { problem: `${tenant} is a tenant ${notHere(cloud)}` } : { url: tokenUrlOf(tenant) }
}

/** The addresses of the portals have the tenant behind `@` or in the path. */
function parsePortal({ pathname, hash }: URL): Parsed {
  const tenant = /^#@([^/]+)/.exec(hash)?.[1] ?? pathname.split('/')[1] ?? ''
  const parsed = parseTenant(tenant)
  return 'url' in parsed ? parsed : { problem: 'This address of the portal names no tenant. Paste the tenant ID.' }
}

function problemOfHost({ hostname }: URL): string {
  const cloud = nationalHosts[hostname]
  return cloud
    ? `${hostname} is the login host ${notHere(cloud)}`
    : `The login host must be login.microsoftonline.com, not ${hostname}.`
}

/**
 * Understands what people paste as Token URL: the v2 endpoint, the v1 endpoint, any other address under the tenant, an
 * address of the portal, or only a tenant ID or domain. Gives the v2 token endpoint on the login host that was named.
 */
export function parseTokenUrl(text: string): Parsed {
  const trimmed = text.trim()
  if (!trimmed.includes('/')) return parseTenant(trimmed)
  const url = parseUrl(trimmed)
  if (!url) return { problem: 'This is not a URL. Paste the “OAuth 2.0 token endpoint (v2)” or your tenant ID.' }
  if (url.protocol !== 'https:') return { problem: 'The Token URL must start with https://.' }
  if (url.port !== '' || url.username !== '' || url.password !== '') {
    return { problem: 'The Token URL has no port and no user name.' }
  }
  if (portalHosts.includes(url.hostname)) return parsePortal(url)
  if (!loginHosts.some((host) => host === url.hostname)) return { problem: problemOfHost(url) }
  const parsed = parseTenant(url.pathname.split('/')[1] ?? '')
  return 'url' in parsed ? { url: parsed.url.replace('login.microsoftonline.com', url.hostname) } : parsed
}
