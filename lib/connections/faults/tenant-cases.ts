import { type FaultGroup, faultCase, type Mishap } from './fault-case'
import { answering, entraRefuses, entraSays, isDiscovery, isToEntra, isTokenRequest } from './on-the-way'

const admin = 'entra administrator'
const badRequest = [400, 'invalid_request'] as const

const withTokenUrl = (tokenUrl: string): Mishap => ({ settings: () => ({ tokenUrl }) })
const withTenant = (tenant: string): Mishap =>
  withTokenUrl(`https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`)
const withClientId = (clientId: string): Mishap => ({ settings: () => ({ clientId }) })

const condition = (
  conditions: Parameters<NonNullable<Mishap['before']>>[0]['sandbox']['control']['setConditions'] extends (
    c: infer C,
  ) => void
    ? C
    : never,
): Mishap => ({
  before: ({ sandbox }) => sandbox.control.setConditions(conditions),
})
const app = (changes: {
  servicePrincipal?: 'disabled' | 'missing'
  isMember?: boolean
  isPublicClient?: boolean
}): Mishap => ({
  before: ({ sandbox }) => sandbox.control.changeApp(sandbox.info.clientId, changes),
})

const copyTenant = 'Copy the tenant ID from the app’s Overview page.'
const copyUrl = 'Copy the Token URL of the own tenant.'
const copyIds = 'Copy client ID and tenant ID from the same Overview page.'
const globalCloud = 'Use a tenant of the global cloud.'
const principal = 'Make the service principal of Azure DevOps in the tenant.'

export const tenantCases: FaultGroup = {
  title: 'Tenant and app',
  cases: [
    faultCase(
      'A tenant ID that nobody has',
      copyTenant,
      ['tenant', 'AADSTS90002', 5, 'you', 'tokenUrl'],
      withTokenUrl('0a3c7c2e-58a4-4b0c-9a26-0f3b8f1f6f11'),
    ),
    faultCase(
      'A domain that nobody has',
      copyTenant,
      ['tenant', 'AADSTS90002', 5, 'you', 'tokenUrl'],
      withTenant('contoso-typo.com'),
    ),
    faultCase(
      'The empty GUID as tenant',
      copyTenant,
      ['tenant', 'AADSTS90002', 5, 'you', 'tokenUrl'],
      withTenant('00000000-0000-0000-0000-000000000000'),
    ),
    faultCase(
      'A tenant that is neither GUID nor domain',
      'Enter the tenant ID alone or the whole Token URL.',
      ['tenant', 'AADSTS900023', 5, 'you', 'tokenUrl'],
      entraSays(
        900023,
        badRequest,
        `Specified tenant identifier 'oauth2' is neither a valid DNS name, nor a valid external domain.`,
        isDiscovery,
      ),
    ),
    faultCase(
      'A domain that leads to no tenant',
      'Use the tenant ID in place of the domain.',
      ['token', 'AADSTS50128', 5, 'you', 'tokenUrl'],
      entraRefuses(50128),
    ),
    faultCase(
      'A token request without a tenant',
      copyUrl,
      ['token', 'AADSTS50059', 5, 'you', 'tokenUrl'],
      entraSays(
        50059,
        badRequest,
        'No tenant-identifying information found in either the request or implied by any provided credentials.',
      ),
    ),
    faultCase(
      'A tenant that cannot be derived',
      copyUrl,
      ['token', 'AADSTS90019', 5, 'you', 'tokenUrl'],
      entraRefuses(90019),
    ),
    faultCase(
      'A grant over a shared endpoint',
      copyUrl,
      ['token', 'AADSTS9001023', 5, 'you', 'tokenUrl'],
      entraSays(
        9001023,
        badRequest,
        'The grant type is not supported over the /common or /consumers endpoints. Please use the /organizations or tenant-specific endpoint.',
      ),
    ),
    faultCase(
      'A single-tenant app over a shared endpoint',
      copyUrl,
      ['token', 'AADSTS50194', 5, 'you', 'tokenUrl'],
      entraRefuses(50194),
    ),
    faultCase(
      'An app that is not for the shared endpoint',
      copyUrl,
      ['token', 'AADSTS90130', 5, 'you', 'tokenUrl'],
      entraRefuses(90130),
    ),
    faultCase(
      'An app of another national cloud',
      globalCloud,
      ['token', 'AADSTS900382', 5, 'you', 'tokenUrl'],
      entraSays(900382, badRequest, 'Confidential Client is not supported in Cross Cloud request.'),
    ),
    faultCase(
      'An app of another national cloud, by the other number',
      globalCloud,
      ['token', 'AADSTS900432', 5, 'you', 'tokenUrl'],
      entraRefuses(900432),
    ),
    faultCase(
      'A login host that Microsoft does not know',
      'Use login.microsoftonline.com.',
      ['tenant', 'AADSTS50049', 5, 'you', 'tokenUrl'],
      entraSays(50049, [400, 'invalid_instance'], 'Unknown or invalid instance.', isDiscovery),
    ),
    faultCase(
      'Brackets in the tenant, answered by a page',
      'Paste both IDs again.',
      ['tenant', 'AADSTS90013', 5, 'you', 'tokenUrl'],
      answering(
        isDiscovery,
        () =>
          new Response('<html><body>AADSTS90013: Invalid input received from the user.</body></html>', {
            status: 400,
            headers: { 'content-type': 'text/html' },
          }),
      ),
    ),
    faultCase(
      'Microsoft blocked or deleted the tenant',
      'Ask the administrator of the tenant.',
      ['token', 'AADSTS5000224', 1, admin, 'tokenUrl'],
      condition({ tenant: 'blocked' }),
    ),
    faultCase(
      'A client ID that the tenant does not know',
      copyIds,
      ['token', 'AADSTS700016', 5, 'you', 'clientId'],
      withClientId('5f3c9d8e-1111-4222-8333-444455556666'),
    ),
    faultCase('The object ID of the app as client ID', copyIds, ['token', 'AADSTS700016', 5, 'you', 'clientId'], {
      settings: ({ sandbox }) => ({ clientId: sandbox.control.appRegistration().objectId }),
    }),
    faultCase(
      'The object ID of the enterprise application as client ID',
      copyIds,
      ['token', 'AADSTS700016', 5, 'you', 'clientId'],
      { settings: ({ sandbox }) => ({ clientId: sandbox.info.servicePrincipalObjectId }) },
    ),
    faultCase(
      'A client ID that the tenant does not know, by another number',
      copyIds,
      ['token', 'AADSTS700011', 5, 'you', 'clientId'],
      entraRefuses(700011),
    ),
    faultCase(
      'A client ID that the tenant does not know, by the number of old',
      copyIds,
      ['token', 'AADSTS70001', 5, 'you', 'clientId'],
      entraRefuses(70001),
    ),
    faultCase(
      'The app has no service principal',
      'Make the service principal, then add it to the organization.',
      ['token', 'AADSTS7000229', 1, admin, 'clientId'],
      app({ isMember: false, servicePrincipal: 'missing' }),
    ),
    faultCase(
      'Sign-in is switched off for the app',
      'Switch sign-in on for the enterprise application.',
      ['token', 'AADSTS7000112', 1, admin, 'clientId'],
      app({ servicePrincipal: 'disabled' }),
    ),
    faultCase(
      'The app is a public client',
      'Switch public client flows off.',
      ['token', 'AADSTS700025', 1, admin, 'clientId'],
      app({ isPublicClient: true }),
    ),
    faultCase(
      'Conditional Access blocks the app',
      'Have the address of this server allowed for the app.',
      ['token', 'AADSTS53003', 1, admin],
      condition({ conditionalAccess: 'blocks' }),
    ),
    faultCase(
      'A security policy of the tenant blocks the app',
      'Have the administrator look up the policy by the trace ID.',
      ['token', 'AADSTS530032', 1, admin],
      entraRefuses(530032),
    ),
    faultCase(
      'The tenant never had Azure DevOps',
      principal,
      ['token', 'AADSTS500011', 1, admin],
      condition({ azureDevOps: 'missing' }),
    ),
    faultCase(
      'The tenant never had Azure DevOps, by the other number',
      principal,
      ['token', 'AADSTS650052', 1, admin],
      {
        ...condition({ azureDevOps: 'missing' }),
        entra: { absentResource: 650052 },
      },
    ),
    faultCase(
      'Azure DevOps is disabled in the tenant',
      'Enable the enterprise application of Azure DevOps.',
      ['token', 'AADSTS500014', 1, admin],
      condition({ azureDevOps: 'disabled' }),
    ),
    faultCase(
      'Azure DevOps demands an assignment',
      'Switch “Assignment required” off.',
      ['token', 'AADSTS501051', 1, admin],
      condition({ azureDevOps: 'assignment required' }),
    ),
    faultCase(
      'Discovery says nothing of a tenant',
      'Ask who runs the proxy.',
      ['tenant', 'entra_unexpected_answer', undefined, 'operator'],
      answering(isDiscovery, () => Response.json({ issuer: 'https://fabrikam.com' })),
    ),
    faultCase(
      'A number that nobody has told us',
      'Look the number up, with the IDs of the answer.',
      ['token', 'AADSTS_unknown', 5],
      entraSays(7000999, [400, 'invalid_request'], 'Something that Microsoft added yesterday.', isTokenRequest),
    ),
    faultCase(
      'Entra ID refuses already to tell of the tenant, with an unknown number',
      'Look the number up, with the IDs of the answer.',
      ['tenant', 'AADSTS_unknown', 5],
      entraSays(7000999, [400, 'invalid_request'], 'Something that Microsoft added yesterday.', isToEntra),
    ),
  ],
}
