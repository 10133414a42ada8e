import type { CatalogEntry } from './entry'

/** What Azure DevOps answers: its own numbers, by which people search, and situations that have none. */
export const azureDevOpsErrors = {
  TF401444: {
    status: 422,
    step: 4,
    owner: 'collection administrator',
    field: 'organization',
    title: 'The app is not a member of the organization',
    cause: 'The token is good, but nobody has added the app to this organization yet.',
    remedy:
      'In Organization settings > Users add the app: search for its name, or use the object ID of its enterprise application, which ends the message below. Give it an access level and a project.',
  },
  TF400813: {
    status: 422,
    step: 4,
    owner: 'collection administrator',
    title: 'Azure DevOps does not let this app in',
    cause: 'It knows the app, and the app is not, or no longer, a member of the organization with an access level.',
    remedy: 'In Organization settings > Users add the app, or give it an access level again.',
  },
  TF400813_anonymous: {
    status: 422,
    step: 5,
    field: 'organization',
    title: 'Azure DevOps does not recognise the token',
    cause:
      'It takes the app for somebody unknown: the token has ended, is for another resource, or is of a tenant that the organization does not trust. A new token was tried as well.',
    remedy:
      'Check that the organization is connected to the tenant of the Token URL and that the scope is the one of Azure DevOps, then test again.',
  },
  VS403527: {
    status: 422,
    step: 4,
    owner: 'collection administrator',
    title: 'The access level does not include Analytics',
    cause: 'A stakeholder reads work items, but neither Analytics nor private repositories.',
    remedy: 'In Organization settings > Users give the app the access level Basic.',
  },
  TF237111: {
    status: 422,
    step: 4,
    owner: 'collection administrator',
    title: 'The app may not write work items here',
    cause:
      'It reads them, but lacks the permission “Edit work items in this node” for the area path, or the membership that has it.',
    remedy:
      'In Project settings > Permissions add the app to Contributors, or give it “Edit work items in this node” for the area. If nothing shall be written, leave it so.',
  },
  TF401320: {
    status: 422,
    title: 'A field does not have the value that the process demands',
    cause: 'A rule of the work item type was not kept: a field is required, or its value is not in the list.',
    remedy: 'Give the field named below a value that the type allows.',
  },
  TF200016: {
    status: 422,
    step: 5,
    field: 'defaultProject',
    title: 'There is no project of this name',
    cause: 'The name is mistyped, the project was renamed or deleted, or it is in another organization.',
    remedy: 'Pick the project from the list, or correct the Default Project Name of the connection.',
  },
  VS800075: {
    status: 422,
    step: 4,
    owner: 'collection administrator',
    field: 'defaultProject',
    title: 'The project does not exist, or the app may not see it',
    cause: 'Azure DevOps does not tell these two apart.',
    remedy: 'Add the app to the project: Project settings > Permissions, or a team of the project.',
  },
  TF401232: {
    status: 404,
    title: 'The work item does not exist, or the app may not read it',
    cause:
      'It was deleted, the ID is mistyped, or it is under an area that the app may not read. Azure DevOps does not tell.',
    remedy: 'Check the ID. If it exists, give the app “View work items in this node” for its area path.',
  },
  VS402337: {
    status: 422,
    title: 'The query finds more than 20,000 work items',
    cause: 'Azure DevOps gives at most 20,000 per query.',
    remedy: 'Narrow the query: one project, an area path, a state, or a range of dates.',
  },
  VS403474: {
    status: 422,
    title: 'Too many work items were asked for at once',
    cause: 'Azure DevOps reads at most 200 in one request.',
    remedy: 'Ask for fewer. If a screen of Certboard led here, report it: the fault is ours.',
  },
  TF51005: {
    status: 422,
    title: 'The query names a field that does not exist',
    cause: 'The name is mistyped, or the field is not defined in this organization.',
    remedy:
      'Correct the field shown below. Reference names such as System.State always work; names on screens may differ.',
  },
  TF51006: {
    status: 422,
    title: 'The query has no FROM',
    cause: 'It must read SELECT … FROM WorkItems, or FROM WorkItemLinks. SELECT TOP and SELECT * do not exist in WIQL.',
    remedy: 'Add FROM WorkItems after the list of fields.',
  },
  TF51011: {
    status: 422,
    title: 'The query names an area or iteration that does not exist',
    cause: 'The path is mistyped, was renamed, or is not visible to the app.',
    remedy: 'Correct the path shown below. It starts with the name of the project, without a leading backslash.',
  },
  TF51535: {
    status: 422,
    title: 'There is no such field',
    cause: 'A column or a value names a field that the organization does not have.',
    remedy: 'Remove the column, or correct its reference name.',
  },
  VS402335: {
    status: 422,
    title: 'The query took longer than 30 seconds',
    cause: 'Azure DevOps stops a query after that time.',
    remedy: 'Narrow the query. Conditions with CONTAINS and EVER cost the most.',
  },
  VS402612: {
    status: 422,
    title: '@CurrentIteration needs a team',
    cause: 'Each team has iterations of its own, and the query names none.',
    remedy: "Pick a project, or write @CurrentIteration('[Project]\\Team').",
  },
  VS403463: {
    status: 422,
    step: 4,
    owner: 'entra administrator',
    title: 'A Conditional Access policy blocks Azure DevOps',
    cause: 'The policy of the tenant does not allow the address from which Certboard comes.',
    remedy: 'Give the tenant’s administrator the outgoing IP address of this Certboard and ask to allow it.',
  },
  TF24668: {
    status: 503,
    owner: 'microsoft',
    title: 'The organization is stopped',
    cause: 'Microsoft or an administrator stopped it, for maintenance or because nobody used it.',
    remedy: 'Open the organization in a browser and read what it says. Try again when it is started.',
  },
  wiql_invalid: {
    status: 422,
    title: 'Azure DevOps does not understand the query',
    cause: 'There is an error in the WIQL text. The message below names the place.',
    remedy: 'Correct the query near the piece that is shown.',
  },
  azure_devops_sign_in_page: {
    status: 422,
    step: 5,
    title: 'Azure DevOps answered with its sign-in page',
    cause: 'The token was not taken, and a new one was not either. Often the scope is for another resource.',
    remedy:
      'Check that the scope is the one of Azure DevOps and that the organization belongs to the tenant of the Token URL.',
  },
  azure_devops_foreign_page: {
    status: 502,
    owner: 'operator',
    title: 'A web page came that is not Azure DevOps’',
    cause:
      'Something on the way answered in its place: a proxy that blocks or asks to sign in, a captive portal, or one that rewrites answers.',
    remedy: 'Read what the page says below, and have dev.azure.com allowed by whoever runs that proxy.',
  },
  azure_devops_not_found: {
    status: 404,
    step: 4,
    owner: 'collection administrator',
    title: 'It does not exist, or the app may not see it',
    cause: 'Azure DevOps answers the same to both. The message below says what was asked for.',
    remedy: 'Check the name. If it exists, give the app the right to read it, in Project settings > Permissions.',
  },
  azure_devops_token_refused: {
    status: 422,
    step: 5,
    title: 'Azure DevOps refuses the token',
    cause:
      'It gave no reason. A new token was tried as well. Usually the token is of another tenant or for another resource.',
    remedy: 'Check the scope, and that the organization belongs to the tenant of the Token URL.',
  },
  azure_devops_permission_denied: {
    status: 422,
    step: 4,
    owner: 'collection administrator',
    title: 'The app may not do this',
    cause: 'It is a member of the organization, but lacks a permission or an access level.',
    remedy:
      'Give it the permission named below, or at least the access level Basic and the role of a reader in the project.',
  },
  azure_devops_organization_unknown: {
    status: 422,
    step: 5,
    field: 'organization',
    title: 'There is no organization of this name',
    cause: 'The name is mistyped, or the organization was renamed or deleted.',
    remedy: 'Copy the name from the address of Azure DevOps: https://dev.azure.com/name.',
  },
  azure_devops_organization_without_tenant: {
    status: 422,
    step: 4,
    owner: 'collection administrator',
    field: 'organization',
    title: 'The organization is not connected to any tenant',
    cause: 'It belongs to personal Microsoft accounts. Apps can only be added to an organization with a tenant.',
    remedy: 'In Organization settings > Microsoft Entra connect it to the tenant of the app.',
  },
  azure_devops_tenant_differs: {
    status: 422,
    step: 5,
    field: 'organization',
    title: 'The organization belongs to another tenant',
    cause:
      'The Token URL names one tenant, and the organization is connected to another. An app can only be added where both are the same.',
    remedy:
      'Register the app in the tenant of the organization and use that tenant’s Token URL, or correct the organization.',
  },
  azure_devops_api_version_refused: {
    status: 422,
    step: 5,
    field: 'apiVersion',
    title: 'Azure DevOps refuses the API Version',
    cause: 'This resource is not offered in the version of the connection.',
    remedy: 'Choose 7.0 or 7.1 as API Version of the connection.',
  },
  azure_devops_unreachable: {
    status: 503,
    owner: 'operator',
    title: 'Azure DevOps cannot be reached',
    cause: 'There was no connection to dev.azure.com, for the reason below.',
    remedy:
      'Try again. If it stays, check the network of the server: name resolution, HTTPS_PROXY, and a firewall that lets it reach dev.azure.com.',
  },
  azure_devops_timeout: {
    status: 504,
    owner: 'microsoft',
    title: 'Azure DevOps did not answer in time',
    cause: 'The connection was there, and the answer took longer than Certboard waits.',
    remedy:
      'Try again, or ask for less at once. If it stays, look at https://status.dev.azure.com, and ask who runs the proxy on the way.',
  },
  azure_devops_throttled: {
    status: 503,
    owner: 'microsoft',
    title: 'Azure DevOps asks us to slow down',
    cause: 'The app has used up what Azure DevOps allows in five minutes. All requests of the connection share that.',
    remedy: 'Wait for the time shown, then try again. Ask for less at once.',
  },
  azure_devops_unavailable: {
    status: 503,
    owner: 'microsoft',
    title: 'Azure DevOps has a fault',
    cause: 'It answered with a server error. Its own words, if there are any, are shown below.',
    remedy: 'Look at https://status.dev.azure.com and try again later.',
  },
  azure_devops_answer_unexpected: {
    status: 502,
    owner: 'microsoft',
    title: 'The answer of Azure DevOps has another form than expected',
    cause: 'It was cut off on the way, a proxy changed it, or Microsoft changed the API.',
    remedy: 'Try again. If it stays, report it with the activity ID below.',
  },
  azure_devops_error: {
    status: 502,
    owner: 'microsoft',
    title: 'Azure DevOps reports an error',
    cause: 'Its own words are shown below.',
    remedy: 'Read the message. If it says nothing to you, give the activity ID to whoever helps you.',
  },
} as const satisfies Record<string, CatalogEntry>
