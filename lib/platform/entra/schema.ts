/** Where tokens come from: the Token URL, its hosts, and the scopes. Client-safe. */
import { z } from 'zod'

/** Azure DevOps Services exists in the global cloud only; these are its login host and that host's aliases. */
export const loginHosts = [
  'login.microsoftonline.com',
  'login.windows.net',
  'login.microsoft.com',
  'sts.windows.net',
] as const

export const documentedScope = 'https://app.vssps.visualstudio.com/.default'
/** The application ID of Azure DevOps; Microsoft advises it over the URI. */
const azureDevOpsAppId = '499b84ac-1321-427f-aa17-267ca6975798'
const recommendedScope = `${azureDevOpsAppId}/.default`
export const scopes = [documentedScope, recommendedScope] as const

const sharedTenants = ['common', 'organizations', 'consumers']
const tenantPattern = /^[A-Za-z0-9](?:[A-Za-z0-9.-]{0,253}[A-Za-z0-9])?$/
const guidPattern = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

const tokenUrlOf = (tenant: string): string => `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`

/** The tenant (GUID or domain) named by a Token URL that `tokenUrl` has accepted. */
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
  if (!tenantPattern.test(tenant) || !(tenant.includes('.') || guidPattern.test(tenant))) {
    return { problem: 'The tenant must be a GUID (Directory ID) or a domain such as contoso.onmicrosoft.com.' }
  }
  return { url: tokenUrlOf(tenant) }
}

/**
 * Understands what people paste as Token URL: the v2 endpoint, the v1 endpoint, any other address under the tenant,
 * or only a tenant ID or domain. Gives the v2 token endpoint on the login host that was named.
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
  if (!loginHosts.some((host) => host === url.hostname)) {
    return { problem: `The login host must be login.microsoftonline.com, not ${url.hostname}.` }
  }
  const parsed = parseTenant(url.pathname.split('/')[1] ?? '')
  return 'url' in parsed ? { url: parsed.url.replace('login.microsoftonline.com', url.hostname) } : parsed
}

export const tokenUrl = z.string().transform((text, context) => {
  const parsed = parseTokenUrl(text)
  if ('url' in parsed) return parsed.url
  context.addIssue({ code: 'custom', message: parsed.problem })
  return z.NEVER
})

export const clientId = z
  .string()
  .trim()
  .regex(guidPattern, 'The Application (client) ID is a GUID, for example 3f2504e0-4f89-41d3-9a0c-0305e82c3301.')
  .transform((id) => id.toLowerCase())

export const scope = z
  .string()
  .trim()
  .refine((text) => !text.includes('offline_access'), {
    error: 'An app without a user gets no refresh token; leave offline_access out.',
    abort: true,
  })
  .refine((text) => scopes.some((known) => known === text), {
    error: `The scope must be ${documentedScope} or ${recommendedScope}.`,
  })
