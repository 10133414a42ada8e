import type { CatalogEntry } from './entry'

/** Numbers of Entra ID about the tenant, the app registration and what the tenant's administrators decide. */
export const entraTenantErrors = {
  AADSTS90002: {
    status: 422,
    step: 5,
    title: 'There is no such tenant',
    cause:
      'The ID or domain in the Token URL does not exist in Microsoft’s global cloud: a typing error, a placeholder, another national cloud, or a deleted tenant.',
    remedy: 'Copy the Directory (tenant) ID from the app’s Overview page.',
  },
  AADSTS900023: {
    status: 422,
    step: 5,
    title: 'The tenant in the Token URL is malformed',
    cause: 'It is neither a GUID nor a domain. Often a part of the URL was pasted instead.',
    remedy: 'Paste the whole “OAuth 2.0 token endpoint (v2)”, or only the Directory (tenant) ID.',
  },
  AADSTS50128: {
    status: 422,
    step: 5,
    title: 'This domain leads to no tenant',
    cause: 'The domain in the Token URL is not a verified domain of any tenant.',
    remedy: 'Use the Directory (tenant) ID, a GUID, instead of the domain.',
  },
  AADSTS50059: {
    status: 422,
    step: 5,
    title: 'The Token URL names no tenant',
    cause:
      'It is a shared address such as /common. An app without a user has nothing from which a tenant could follow.',
    remedy: 'Put the Directory (tenant) ID where the Token URL says common or organizations.',
  },
  AADSTS90019: {
    status: 422,
    step: 5,
    title: 'The Token URL names no tenant',
    cause: 'Entra ID could not derive a tenant from the request.',
    remedy: 'Use the token endpoint of your own tenant as Token URL.',
  },
  AADSTS9001023: {
    status: 422,
    step: 5,
    title: 'The Token URL is shared by all tenants',
    cause: 'Apps without a user need the address of one tenant, not /common or /consumers.',
    remedy: 'Put the Directory (tenant) ID where the Token URL says common or consumers.',
  },
  AADSTS90130: {
    status: 422,
    step: 5,
    title: 'The Token URL is shared by all tenants',
    cause: 'The app cannot be used over /common or /consumers.',
    remedy: 'Use the token endpoint of your own tenant as Token URL.',
  },
  AADSTS50194: {
    status: 422,
    step: 5,
    title: 'The app belongs to one tenant, the Token URL to all',
    cause: 'A single-tenant app, as it should be, cannot be used over /common.',
    remedy: 'Use the token endpoint of your own tenant as Token URL. Leave the app single-tenant.',
  },
  AADSTS900382: {
    status: 422,
    step: 5,
    title: 'The tenant is in another national cloud',
    cause: 'The login host is that of the global cloud, and the tenant is not there.',
    remedy: 'Azure DevOps Services exists in the global cloud only. Use a tenant of that cloud.',
  },
  AADSTS900432: {
    status: 422,
    step: 5,
    title: 'The tenant is in another national cloud',
    cause: 'The login host is that of the global cloud, and the tenant is not there.',
    remedy: 'Azure DevOps Services exists in the global cloud only. Use a tenant of that cloud.',
  },
  AADSTS50049: {
    status: 422,
    step: 5,
    title: 'Microsoft does not know this login host',
    cause: 'The host of the Token URL is none of Microsoft’s.',
    remedy: 'Use a Token URL that starts with https://login.microsoftonline.com/.',
  },
  AADSTS5000224: {
    status: 422,
    step: 1,
    title: 'The tenant was deleted or blocked',
    cause: 'Microsoft no longer serves this tenant.',
    remedy: 'Ask the administrator of the tenant. The trace ID below helps Microsoft’s support.',
  },
  AADSTS700016: {
    status: 422,
    step: 5,
    title: 'There is no such app in this tenant',
    cause:
      'The Client ID is mistyped or another kind of ID, the app is registered in another tenant, or it was deleted. A new app needs a minute or two to be found.',
    remedy: 'Copy Application (client) ID and Directory (tenant) ID from the same Overview page of the app.',
  },
  AADSTS700011: {
    status: 422,
    step: 5,
    title: 'There is no such app in this tenant',
    cause: 'The Client ID or the tenant is not that of the app.',
    remedy: 'Copy Application (client) ID and Directory (tenant) ID from the same Overview page of the app.',
  },
  AADSTS70001: {
    status: 422,
    step: 5,
    title: 'There is no such app in this tenant',
    cause: 'An older number for AADSTS700016: the Client ID or the tenant is not that of the app.',
    remedy: 'Copy Application (client) ID and Directory (tenant) ID from the same Overview page of the app.',
  },
  AADSTS7000229: {
    status: 422,
    step: 1,
    title: 'The app has no enterprise application',
    cause:
      'The app was registered with a tool that does not make its service principal. The portal makes both, the Azure CLI, Microsoft Graph and Terraform only when told to.',
    remedy: 'Run “az ad sp create --id <client ID>”, then add the new service principal to the organization (step 4).',
  },
  AADSTS7000112: {
    status: 422,
    step: 1,
    title: 'The app is disabled',
    cause: 'Sign-in was switched off for its enterprise application, or Microsoft disabled it.',
    remedy: 'In Enterprise applications open the app, then Properties, and set “Enabled for users to sign in” to Yes.',
  },
  AADSTS700025: {
    status: 422,
    step: 1,
    title: 'The app is registered as a public client',
    cause: 'Public clients (desktop and mobile apps) may not show a credential.',
    remedy:
      'On the app’s Authentication page switch “Allow public client flows” off, or register a new app without a platform.',
  },
  AADSTS53003: {
    status: 422,
    step: 1,
    title: 'A Conditional Access policy blocks the app',
    cause:
      'The tenant has a policy for workload identities, usually by location: the address from which Certboard reaches Microsoft is not allowed. Policies for users do not touch apps.',
    remedy:
      'Give the tenant’s administrator the outgoing IP address of this Certboard and ask to allow it for this app.',
  },
  AADSTS530032: {
    status: 422,
    step: 1,
    title: 'A security policy of the tenant blocks the app',
    cause: 'Entra ID does not say which policy.',
    remedy: 'Ask the tenant’s administrator, and give the trace ID: the sign-in log names the policy.',
  },
  AADSTS500011: {
    status: 422,
    step: 5,
    title: 'This tenant does not know the requested resource',
    cause:
      'The scope is mistyped, or Azure DevOps was never used in this tenant and so has no service principal there.',
    remedy:
      'Check the scope first. If it is right, run “az ad sp create --id 499b84ac-1321-427f-aa17-267ca6975798”, or check that the organization is connected to this tenant.',
  },
  AADSTS500014: {
    status: 422,
    step: 1,
    title: 'Azure DevOps is disabled in this tenant',
    cause: 'An administrator disabled the enterprise application of Azure DevOps, or a subscription lapsed.',
    remedy: 'In Enterprise applications open Azure DevOps and set “Enabled for users to sign in” to Yes.',
  },
  AADSTS501051: {
    status: 422,
    step: 1,
    title: 'Azure DevOps demands an assignment',
    cause:
      '“Assignment required” is on for the enterprise application of Azure DevOps, which has no role for apps to be assigned.',
    remedy: 'In Enterprise applications open Azure DevOps, then Properties, and set “Assignment required” to No.',
  },
  AADSTS650052: {
    status: 422,
    step: 1,
    title: 'Azure DevOps has no service principal in this tenant',
    cause: 'Nobody in the tenant has used Azure DevOps yet, or its service principal was deleted.',
    remedy: 'Run “az ad sp create --id 499b84ac-1321-427f-aa17-267ca6975798”.',
  },
} as const satisfies Record<string, CatalogEntry>
