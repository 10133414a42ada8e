import { headersChanged, page, says } from './azure-devops-says'
import { type FaultGroup, faultCase, type Mishap } from './fault-case'
import { answering, changing, isSignedIn, isTo, isToAzureDevOps } from './on-the-way'

const collection = 'collection administrator'
const faults = (...list: NonNullable<Mishap['faults']>): Mishap => ({ faults: list })
const organization = 'dev.azure.com/**'

const addMember = 'Add the app to the organization.'
const rightToken = 'Use the scope of Azure DevOps and an organization of this tenant.'
const proxy = 'Ask who runs the proxy to let Azure DevOps pass.'

export const accessCases: FaultGroup = {
  title: 'Signing in to Azure DevOps',
  cases: [
    faultCase(
      'The app was never added to the organization',
      addMember,
      ['identity', 'TF401444', 4, collection, 'organization'],
      {
        before: ({ sandbox }) => sandbox.control.removeMember(),
      },
    ),
    faultCase(
      'The app is removed from the organization in the middle',
      addMember,
      ['projects', 'TF401444', 4, collection, 'organization'],
      faults({ kind: 'member removed', route: 'GET dev.azure.com/*/_apis/projects' }),
    ),
    faultCase(
      'A known member without access (TF400813)',
      'Give the app an access level again.',
      ['identity', 'TF400813', 4, collection],
      says(
        401,
        String.raw`TF400813: The user 'a3d1\0b7c2f9e' is not authorized to access this resource.`,
        'UnauthorizedRequestException',
      ),
    ),
    faultCase(
      'The token has ended or is not known',
      rightToken,
      ['identity', 'TF400813_anonymous', 5, 'you', 'organization'],
      faults({ kind: 'expired token', route: organization }),
    ),
    faultCase(
      'Azure DevOps takes the app for nobody in a good answer',
      rightToken,
      ['identity', 'TF400813_anonymous', 5, 'you', 'organization'],
      changing(isTo('/_apis/connectionData'), (_, headers) =>
        Response.json({ authenticatedUser: { id: 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa' } }, { headers }),
      ),
    ),
    faultCase(
      'A refusal without a word (401, empty)',
      rightToken,
      ['identity', 'azure_devops_token_refused', 5],
      answering(
        isSignedIn,
        () =>
          new Response(null, {
            status: 401,
            headers: { 'www-authenticate': 'Basic realm="https://tfsprodcus1.visualstudio.com/"' },
          }),
      ),
    ),
    faultCase(
      'The sign-in page with status 203',
      rightToken,
      ['identity', 'azure_devops_sign_in_page', 5],
      headersChanged((headers) => {
        headers.delete('x-tfs-fedauthredirect')
        headers.set('authorization', 'Bearer nothing')
      }),
    ),
    faultCase(
      'A redirect (302) to the sign-in page',
      rightToken,
      ['identity', 'azure_devops_sign_in_page', 5],
      headersChanged((headers) => {
        headers.delete('x-tfs-fedauthredirect')
        headers.delete('authorization')
      }),
    ),
    faultCase(
      'The sign-in page with status 200',
      rightToken,
      ['identity', 'azure_devops_sign_in_page', 5],
      page(200, 'Azure DevOps Services | Sign In', { activityid: 'a' }),
    ),
    faultCase(
      'A proxy strips the Authorization header',
      rightToken,
      ['identity', 'TF400813_anonymous', 5, 'you', 'organization'],
      headersChanged((headers) => headers.delete('authorization')),
    ),
    faultCase(
      'A captive portal redirects',
      proxy,
      ['network-azure-devops', 'azure_devops_foreign_page', undefined, 'operator'],
      answering(
        isToAzureDevOps,
        () => new Response(null, { status: 302, headers: { location: 'http://portal.example/login' } }),
      ),
    ),
    faultCase(
      'A proxy shows a page of its own with status 200',
      proxy,
      ['network-azure-devops', 'azure_devops_foreign_page', undefined, 'operator'],
      page(200, 'Please accept our terms', {}, isToAzureDevOps),
    ),
    faultCase(
      'A proxy blocks with a page and status 403',
      proxy,
      ['network-azure-devops', 'azure_devops_foreign_page', undefined, 'operator'],
      page(403, 'Blocked by your organization', { server: 'squid' }, isToAzureDevOps),
    ),
    faultCase(
      'A proxy gives JSON another content type',
      proxy,
      ['identity', 'azure_devops_foreign_page', undefined, 'operator'],
      changing(isSignedIn, (text) => new Response(text, { headers: { 'content-type': 'text/html' } })),
    ),
    faultCase(
      'Conditional Access blocks Azure DevOps',
      'Have the address of this server allowed.',
      ['identity', 'VS403463', 4, 'entra administrator'],
      says(
        403,
        'VS403463: The conditional access policy defined by your Azure Active Directory administrator has failed.',
      ),
    ),
  ],
}
