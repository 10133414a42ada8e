import 'server-only'
import type { DirectoryApp } from '../../control/app-registration'
import type { TrustedKey } from '../../control/registered-certificate'
import type { EntraBehaviour } from '../../entra/behaviour'
import { azureDevOpsAppId } from '../../entra/scope'
import { idOfScope } from '../azure-devops'
import type { Json } from '../protocol/filter'
import type { GraphTenant } from '../protocol/route'

/** Microsoft Graph writes whole seconds without a fraction. */
const dateTime = (iso: string): string => iso.replace('.000Z', 'Z')

const identifierOf = ({ thumbprintSha1 }: TrustedKey, form: EntraBehaviour['customKeyIdentifier']): string =>
  form === 'hex' ? thumbprintSha1 : Buffer.from(thumbprintSha1, 'hex').toString('base64')

const derOf = ({ pem }: TrustedKey): string => pem.replaceAll(/-----[A-Z ]+-----|\s/g, '')

interface Telling {
  /** Whether the key itself is told, as it is only where one object's credentials are selected by name. */
  readonly withKeys?: boolean
}

const keyCredentialJson = (key: TrustedKey, { customKeyIdentifier }: EntraBehaviour, { withKeys }: Telling): Json => ({
  customKeyIdentifier: identifierOf(key, customKeyIdentifier),
  displayName: key.displayName,
  endDateTime: dateTime(key.notAfter),
  key: withKeys ? derOf(key) : null,
  keyId: key.keyId,
  startDateTime: dateTime(key.notBefore),
  type: 'AsymmetricX509Cert',
  usage: 'Verify',
})

/** What the app asks for; only permissions of Azure DevOps can be asked for in the sandbox. */
function requiredResourceAccess({ permissions }: DirectoryApp): Json[] {
  const resourceAccess = permissions.map((value) => ({ id: idOfScope(value), type: 'Scope' }))
  return permissions.length === 0 ? [] : [{ resourceAppId: azureDevOpsAppId, resourceAccess }]
}

/**
 * An app registration. Of what the sandbox knows nothing about it tells what a new one has; that it does not know since
 * when there is an app, it says with null.
 */
export const applicationJson = (
  app: DirectoryApp,
  { identity, behaviour }: GraphTenant,
  telling: Telling = {},
): Json => ({
  id: app.objectId,
  deletedDateTime: null,
  appId: app.clientId,
  applicationTemplateId: null,
  createdDateTime: null,
  displayName: app.displayName,
  description: null,
  groupMembershipClaims: null,
  identifierUris: [],
  isFallbackPublicClient: app.isPublicClient,
  notes: null,
  publisherDomain: identity.tenantDomain,
  signInAudience: app.signInAudience,
  tags: [],
  appRoles: [],
  api: { knownClientApplications: [], oauth2PermissionScopes: [], preAuthorizedApplications: [] },
  keyCredentials: app.keys.map((key) => keyCredentialJson(key, behaviour, telling)),
  passwordCredentials: [],
  publicClient: { redirectUris: [] },
  requiredResourceAccess: requiredResourceAccess(app),
  spa: { redirectUris: [] },
  web: { homePageUrl: null, logoutUrl: null, redirectUris: [] },
})
