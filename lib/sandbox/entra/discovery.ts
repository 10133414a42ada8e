import 'server-only'
import type { SandboxIdentity } from '../identity'
import { refuse } from './errors'
import { authority, loginHosts, requireTenant } from './tenant'

/** The tenant in which Microsoft keeps all personal accounts. */
const consumersTenant = '9188040d-6c67-4c5b-b112-36a304b66dad'
const sharedTenants = ['common', 'organizations', 'consumers']

/** The tenant as it appears in addresses: always the GUID, or the shared name that was asked for. */
function pathOf(tenant: string, identity: SandboxIdentity): string {
  if (sharedTenants.includes(tenant.toLowerCase())) return tenant.toLowerCase()
  requireTenant(tenant, identity)
  return identity.tenantId
}

/** Two of the shared endpoints speak for every tenant, so their issuer holds a placeholder. */
function issuerTenant(path: string): string {
  if (path === 'consumers') return consumersTenant
  return sharedTenants.includes(path) ? '{tenantid}' : path
}

const claims = ['sub', 'iss', 'aud', 'exp', 'iat', 'nbf', 'name', 'tid', 'ver', 'at_hash', 'email', 'nonce']

const common = (path: string) => ({
  token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt', 'client_secret_basic'],
  response_modes_supported: ['query', 'fragment', 'form_post'],
  subject_types_supported: ['pairwise'],
  id_token_signing_alg_values_supported: ['RS256'],
  scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
  request_uri_parameter_supported: false,
  http_logout_supported: true,
  frontchannel_logout_supported: true,
  claims_supported: claims,
  kerberos_endpoint: `${authority}/${path}/kerberos`,
  tenant_region_scope: sharedTenants.includes(path) ? null : 'EU',
  cloud_instance_name: 'microsoftonline.com',
  cloud_graph_host_name: 'graph.windows.net',
  msgraph_host: 'graph.microsoft.com',
  rbac_url: 'https://pas.windows.net',
})

/**
 * The OpenID configuration of the v2.0 endpoints. Asked by domain, it tells the tenant's GUID.
 * @throws 90002, 900023, 90013
 */
export function openIdConfigurationV2(tenant: string, identity: SandboxIdentity) {
  const path = pathOf(tenant, identity)
  return {
    ...common(path),
    issuer: `${authority}/${issuerTenant(path)}/v2.0`,
    token_endpoint: `${authority}/${path}/oauth2/v2.0/token`,
    jwks_uri: `${authority}/${path}/discovery/v2.0/keys`,
    response_types_supported: ['code', 'id_token', 'code id_token', 'id_token token'],
    userinfo_endpoint: 'https://graph.microsoft.com/oidc/userinfo',
    authorization_endpoint: `${authority}/${path}/oauth2/v2.0/authorize`,
    device_authorization_endpoint: `${authority}/${path}/oauth2/v2.0/devicecode`,
    end_session_endpoint: `${authority}/${path}/oauth2/v2.0/logout`,
  }
}

/**
 * The OpenID configuration of the v1.0 endpoints.
 * @throws 90002, 900023, 90013
 */
export function openIdConfigurationV1(tenant: string, identity: SandboxIdentity) {
  const path = pathOf(tenant, identity)
  return {
    ...common(path),
    issuer: `https://sts.windows.net/${issuerTenant(path)}/`,
    token_endpoint: `${authority}/${path}/oauth2/token`,
    jwks_uri: `${authority}/${path}/discovery/keys`,
    response_types_supported: ['code', 'id_token', 'code id_token', 'token id_token', 'token'],
    userinfo_endpoint: `${authority}/${path}/openid/userinfo`,
    authorization_endpoint: `${authority}/${path}/oauth2/authorize`,
    device_authorization_endpoint: `${authority}/${path}/oauth2/devicecode`,
    end_session_endpoint: `${authority}/${path}/oauth2/logout`,
    check_session_iframe: `${authority}/${path}/oauth2/checksession`,
    microsoft_multi_refresh_token: true,
  }
}

/** @throws 90002, 900023, 90013 */
export const requireKeysTenant = (tenant: string, identity: SandboxIdentity): void => void pathOf(tenant, identity)

/** The national clouds with their login hosts, as the MSALs know them. */
const clouds = [
  { preferred_network: 'login.microsoftonline.com', preferred_cache: 'login.windows.net', aliases: loginHosts },
  {
    preferred_network: 'login.partner.microsoftonline.cn',
    preferred_cache: 'login.partner.microsoftonline.cn',
    aliases: ['login.partner.microsoftonline.cn', 'login.chinacloudapi.cn'],
  },
  {
    preferred_network: 'login.microsoftonline.us',
    preferred_cache: 'login.microsoftonline.us',
    aliases: ['login.microsoftonline.us', 'login.usgovcloudapi.net'],
  },
]

/**
 * Tells a client whether the host of its authority is one of Microsoft's.
 * @throws 50049
 */
export function instanceDiscovery(query: URLSearchParams) {
  const asked = query.get('authorization_endpoint') ?? ''
  const url = URL.canParse(asked) ? new URL(asked) : undefined
  if (!url || !clouds.some(({ aliases }) => aliases.includes(url.host))) throw refuse.unknownInstance()
  const tenant = url.pathname.split('/')[1] || 'common'
  return {
    tenant_discovery_endpoint: `https://${url.host}/${tenant}/v2.0/.well-known/openid-configuration`,
    'api-version': '1.1',
    metadata: clouds,
  }
}
