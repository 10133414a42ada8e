import { says } from './azure-devops-says'
import { type FaultGroup, faultCase, type Mishap } from './fault-case'
import { answering, changing, isTo } from './on-the-way'

const collection = 'collection administrator'
const faults = (...list: NonNullable<Mishap['faults']>): Mishap => ({ faults: list })
const organization = 'dev.azure.com/**'

const permission = 'Give the app the permission that is named.'
const wait = 'Wait for the time shown.'
const later = 'Try again later; look at the status page.'
const check = 'Check the name; if it exists, give the app the right to read it.'

export const azureDevOpsCases: FaultGroup = {
  title: 'Answers of Azure DevOps',
  cases: [
    faultCase(
      'The organization is stopped',
      'Open the organization in a browser and have it started.',
      ['organization', 'TF24668', undefined, 'microsoft'],
      { before: ({ sandbox }) => sandbox.control.setConditions({ organization: 'stopped' }) },
    ),
    faultCase(
      'A permission is missing (TF50309)',
      permission,
      ['projects', 'azure_devops_permission_denied', 4, collection],
      says(
        403,
        'TF50309: The following account does not have sufficient permissions to complete the operation: app.',
        'AccessCheckException',
        isTo('/_apis/projects'),
      ),
    ),
    faultCase(
      'A permission is missing (Access Denied)',
      permission,
      ['work-items', 'azure_devops_permission_denied', 4, collection],
      says(
        403,
        'Access Denied: app needs the following permission(s) to perform this action: View project-level information.',
        'AccessCheckException',
        isTo('/_apis/wit/'),
      ),
    ),
    faultCase(
      'A refusal with 403 and nothing else',
      permission,
      ['projects', 'azure_devops_permission_denied', 4, collection],
      answering(isTo('/_apis/projects'), () => new Response(null, { status: 403 })),
    ),
    faultCase(
      'Builds may not be read',
      permission,
      ['builds', 'azure_devops_permission_denied', 4, collection],
      says(
        403,
        'Access Denied: app needs the following permission(s) to perform this action: View builds.',
        'AccessCheckException',
        isTo('/_apis/build/'),
      ),
    ),
    faultCase(
      'Repositories may not be seen',
      check,
      ['repositories', 'azure_devops_not_found', 4, collection],
      says(
        404,
        'TF401019: The Git repository does not exist or you do not have permissions for the operation you are attempting.',
        'GitRepositoryNotFoundException',
        isTo('/_apis/git/'),
      ),
    ),
    faultCase(
      'The saved queries may not be seen',
      check,
      ['queries', 'azure_devops_not_found', 4, collection],
      says(
        404,
        'TF401243: The query does not exist, or you do not have permission to read it.',
        'QueryItemNotFoundException',
        isTo('/_apis/wit/queries'),
      ),
    ),
    faultCase(
      'A route that the service does not know',
      check,
      ['iterations', 'azure_devops_not_found', 4, collection],
      answering(
        isTo('/_apis/work/'),
        () =>
          new Response('The controller for path was not found or does not implement IController.', {
            status: 404,
            headers: { 'content-type': 'text/plain' },
          }),
      ),
    ),
    faultCase(
      'Analytics is not for this app',
      'Give the app the access level Basic.',
      ['analytics', 'VS403527', 4, collection],
      says(
        403,
        'VS403527: The user does not have access to Analytics, which needs an access level above Stakeholder.',
        'AccessCheckException',
        (request) => new URL(request.url).hostname.startsWith('analytics'),
      ),
    ),
    faultCase(
      'The project disappears in the middle (TF200016)',
      'Choose a project that the app sees.',
      ['work-items', 'TF200016', 5, 'you', 'defaultProject'],
      says(
        404,
        'TF200016: The following project does not exist: Fabrikam.',
        'ProjectDoesNotExistWithNameException',
        isTo('/_apis/wit/'),
      ),
    ),
    faultCase(
      'The project is hidden in the middle (VS800075)',
      'Add the app to the project.',
      ['work-items', 'VS800075', 4, collection, 'defaultProject'],
      says(
        404,
        `VS800075: The project with id 'vstfs:///Classification/TeamProject/0' does not exist, or you do not have permission to access it.`,
        'ProjectDoesNotExistException',
        isTo('/_apis/wit/'),
      ),
    ),
    faultCase(
      'The API Version is beyond what is served',
      'Choose another API Version.',
      ['projects', 'azure_devops_api_version_refused', 5, 'you', 'apiVersion'],
      says(
        400,
        'The requested REST API version of 7.0 is out of range for this server.',
        'VssVersionOutOfRangeException',
        isTo('/_apis/projects'),
      ),
    ),
    faultCase(
      'The API Version is a preview',
      'Choose another API Version.',
      ['projects', 'azure_devops_api_version_refused', 5, 'you', 'apiVersion'],
      says(
        400,
        'The requested version "7.0" of the resource is under preview.',
        'VssInvalidPreviewVersionException',
        isTo('/_apis/projects'),
      ),
    ),
    faultCase(
      'The API Version is lost on the way',
      'Choose another API Version.',
      ['projects', 'azure_devops_api_version_refused', 5, 'you', 'apiVersion'],
      says(
        400,
        'No api-version was supplied for the "GET" request.',
        'VssVersionNotSpecifiedException',
        isTo('/_apis/projects'),
      ),
    ),
    faultCase(
      'A storm of 429',
      wait,
      ['organization', 'azure_devops_throttled', undefined, 'microsoft'],
      faults({ kind: 'throttled', retryAfter: 9, route: organization }),
    ),
    faultCase(
      'A wait that is longer than anybody waits',
      wait,
      ['organization', 'azure_devops_throttled', undefined, 'microsoft'],
      faults({ kind: 'throttled', retryAfter: 900, route: organization }),
    ),
    faultCase(
      'The service cancels for its load (TF400733)',
      wait,
      ['projects', 'azure_devops_throttled', undefined, 'microsoft'],
      says(503, 'TF400733: The request has been canceled.', 'RequestBlockedException', isTo('/_apis/projects')),
    ),
    faultCase(
      'Most of the budget is used',
      'Wait until the budget is full again.',
      ['rate', 'rate_budget_low', undefined, 'microsoft'],
      changing(isTo('/_apis/projects'), (text, headers) => {
        headers.set('x-ratelimit-limit', '200')
        headers.set('x-ratelimit-remaining', '3')
        return new Response(text, { headers })
      }),
    ),
    faultCase(
      'An outage page (503)',
      later,
      ['organization', 'azure_devops_unavailable', undefined, 'microsoft'],
      faults({ kind: 'server error', status: 503, route: organization }),
    ),
    faultCase(
      'A bad gateway (502)',
      later,
      ['organization', 'azure_devops_unavailable', undefined, 'microsoft'],
      faults({ kind: 'server error', status: 502, route: organization }),
    ),
    faultCase(
      'An internal error in its own words (500)',
      later,
      ['projects', 'azure_devops_unavailable', undefined, 'microsoft'],
      says(
        500,
        'TF400898: An Internal Error Occurred. Activity Id: 0.',
        'VssServiceException',
        isTo('/_apis/projects'),
      ),
    ),
    faultCase(
      'JSON that is cut off',
      'Try again; report it if it stays.',
      ['identity', 'azure_devops_answer_unexpected', undefined, 'microsoft'],
      faults({ kind: 'malformed JSON', route: organization }),
    ),
    faultCase(
      'JSON of another shape',
      'Try again; report it if it stays.',
      ['projects', 'azure_devops_answer_unexpected', undefined, 'microsoft'],
      changing(isTo('/_apis/projects'), () => Response.json({ projects: [] })),
    ),
    faultCase(
      'An empty answer',
      'Try again; report it if it stays.',
      ['projects', 'azure_devops_answer_unexpected', undefined, 'microsoft'],
      changing(isTo('/_apis/projects'), () => new Response('')),
    ),
    faultCase(
      'A query that takes longer than 30 seconds',
      'Choose a default project with fewer work items.',
      ['work-items', 'VS402335', undefined, 'you'],
      says(
        400,
        'VS402335: The timeout period (30 seconds) elapsed prior to completion of the query.',
        'WorkItemTrackingQueryTimeoutException',
        isTo('/_apis/wit/wiql'),
      ),
    ),
  ],
}
