import { type FaultGroup, faultCase, type Mishap, type Place } from './fault-case'
import { answering, isTo } from './on-the-way'

const collection = 'collection administrator'
const typed = (settings: Record<string, unknown>): Mishap => ({ settings: () => settings })
const inPortal = (changes: Parameters<Place['sandbox']['control']['changeApp']>[1]): Mishap => ({
  before: ({ sandbox }) => sandbox.control.changeApp(sandbox.info.clientId, changes),
})

const copyUrl = 'Correct the Token URL as the sentence beside it says.'
const copyId = 'Copy the client ID.'
const copyOrganization = 'Copy the name of the organization.'
const useScope = 'Use the scope of Azure DevOps.'
const correct = 'Correct the field that is named.'

const login = 'https://login.microsoftonline.com'
const tokenUrl = ['settings', 'token_url_refused', 5, 'you', 'tokenUrl'] as const
const scope = ['settings', 'scope_refused', 5, 'you', 'scope'] as const
const clientId = ['settings', 'client_id_refused', 5, 'you', 'clientId'] as const

export const setupCases: FaultGroup = {
  title: 'Mistakes of the setup',
  cases: [
    faultCase(
      'A Token URL for all tenants (common)',
      copyUrl,
      tokenUrl,
      typed({ tokenUrl: `${login}/common/oauth2/v2.0/token` }),
    ),
    faultCase(
      'A Token URL for all organizations',
      copyUrl,
      tokenUrl,
      typed({ tokenUrl: `${login}/organizations/oauth2/v2.0/token` }),
    ),
    faultCase(
      'A Token URL with a placeholder',
      copyUrl,
      tokenUrl,
      typed({ tokenUrl: `${login}/<tenant-id>/oauth2/v2.0/token` }),
    ),
    faultCase(
      'A Token URL without TLS',
      copyUrl,
      tokenUrl,
      typed({ tokenUrl: 'http://login.microsoftonline.com/contoso.com/oauth2/v2.0/token' }),
    ),
    faultCase(
      'A Token URL at another host',
      copyUrl,
      tokenUrl,
      typed({ tokenUrl: 'https://login.contoso.com/contoso.com/oauth2/v2.0/token' }),
    ),
    faultCase(
      'A Token URL of the cloud of the US Government',
      copyUrl,
      tokenUrl,
      typed({ tokenUrl: 'https://login.microsoftonline.us/contoso.us/oauth2/v2.0/token' }),
    ),
    faultCase(
      'A tenant of the cloud of the US Government',
      copyUrl,
      tokenUrl,
      typed({ tokenUrl: 'contoso.onmicrosoft.us' }),
    ),
    faultCase('A tenant of the cloud of China', copyUrl, tokenUrl, typed({ tokenUrl: 'contoso.partner.onmschina.cn' })),
    faultCase('The name of the tenant in place of its domain', copyUrl, tokenUrl, typed({ tokenUrl: 'Contoso' })),
    faultCase('The name of the app as client ID', copyId, clientId, typed({ clientId: 'ZS-AzureDevOps-CertAuth' })),
    faultCase('A client ID that lost its end', copyId, clientId, typed({ clientId: '3f2504e0-4f89-41d3-9a0c' })),
    faultCase('Single permissions as scope', useScope, scope, typed({ scope: 'vso.work vso.project' })),
    faultCase(
      'The scope of another resource',
      useScope,
      scope,
      typed({ scope: 'https://management.azure.com/.default' }),
    ),
    faultCase(
      'A scope that asks for a refresh token',
      useScope,
      scope,
      typed({ scope: '499b84ac-1321-427f-aa17-267ca6975798/.default offline_access' }),
    ),
    faultCase('The scope without /.default', useScope, scope, typed({ scope: '499b84ac-1321-427f-aa17-267ca6975798' })),
    faultCase(
      'The address of another service as organization',
      copyOrganization,
      ['settings', 'organization_refused', 5, 'you', 'organization'],
      typed({ organization: 'https://github.com/contoso' }),
    ),
    faultCase(
      'A name of the organization with blanks',
      copyOrganization,
      ['settings', 'organization_refused', 5, 'you', 'organization'],
      typed({ organization: 'Contoso Ltd' }),
    ),
    faultCase(
      'An organization that does not exist',
      copyOrganization,
      ['organization', 'azure_devops_organization_unknown', 5, 'you', 'organization'],
      typed({ organization: 'fabrikam' }),
    ),
    faultCase(
      'An organization of another tenant',
      'Register the app in the organization’s tenant, or correct the organization.',
      ['organization', 'azure_devops_tenant_differs', 5, 'you', 'organization'],
      typed({ organization: 'northwind' }),
    ),
    faultCase(
      'An organization of personal accounts',
      'Connect the organization to the tenant.',
      ['organization', 'azure_devops_organization_without_tenant', 4, collection, 'organization'],
      typed({ organization: 'tailspin' }),
    ),
    faultCase(
      'An API Version that does not exist',
      correct,
      ['settings', 'setting_refused', 5, 'you', 'apiVersion'],
      typed({ apiVersion: '9.9' }),
    ),
    faultCase(
      'A retry list that is no list',
      correct,
      ['settings', 'setting_refused', 5, 'you', 'retryStatusCodeList'],
      typed({ retryStatusCodeList: 'all' }),
    ),
    faultCase(
      'More retries than are allowed',
      correct,
      ['settings', 'setting_refused', 5, 'you', 'retryCountMax'],
      typed({ retryCountMax: 99 }),
    ),
    faultCase(
      'A default project with too long a name',
      correct,
      ['settings', 'setting_refused', 5, 'you', 'defaultProject'],
      typed({ defaultProject: 'x'.repeat(65) }),
    ),
    faultCase(
      'A retry policy that gives up on throttling',
      'Let the policy try again after 429.',
      ['settings', 'retry_policy_ignores_throttling', 5, 'you', 'retryStatusCodeList'],
      typed({ retryStatusCodeList: '503' }),
    ),
    faultCase(
      'No retries at all',
      'Let the policy try again after 429.',
      ['settings', 'retry_policy_ignores_throttling', 5, 'you', 'retryMode'],
      typed({ retryMode: 'None' }),
    ),
    faultCase(
      'The app is a member of no project',
      'Add the app to a project.',
      ['projects', 'projects_none_visible', 4, collection],
      inPortal({ projects: [] }),
    ),
    faultCase(
      'A default project that does not exist',
      'Pick a project that is seen, or add the app to this one.',
      ['projects', 'default_project_not_visible', 4, 'you', 'defaultProject'],
      typed({ defaultProject: 'Nowhere' }),
    ),
    faultCase(
      'A default project that the app may not see',
      'Pick a project that is seen, or add the app to this one.',
      ['projects', 'default_project_not_visible', 4, 'you', 'defaultProject'],
      {
        settings: ({ sandbox }) => ({ defaultProject: sandbox.info.projects[1] }),
        ...{
          before: ({ sandbox }: Place) =>
            sandbox.control.changeApp(sandbox.info.clientId, { projects: sandbox.info.projects.slice(0, 1) }),
        },
      },
    ),
    faultCase(
      'The app is only a stakeholder',
      'Give the app the access level Basic.',
      ['access-level', 'access_level_stakeholder', 4, collection],
      inPortal({ accessLevel: 'stakeholder' }),
    ),
    faultCase(
      'The app may read and not write',
      'Give the app the permission to edit work items.',
      ['write', 'TF237111', 4, collection],
      { ...inPortal({ role: 'readers' }), withWrite: true },
    ),
    faultCase(
      'No type of work item can be written',
      'Choose another default project.',
      ['write', 'work_item_types_none', 4, collection, 'defaultProject'],
      { ...answering(isTo('/_apis/wit/workitemtypes'), () => Response.json({ value: [] })), withWrite: true },
    ),
  ],
}
