import { expect, test } from 'vitest'
import { createClock } from '#lib/platform/testing/clock'
import { azureDevOpsError, isPage, pageCode, tenantIn } from './errors'

const { now } = createClock()
const asked = { organization: 'contoso', method: 'GET', path: '_apis/projects' }
const wiql = { organization: 'contoso', method: 'POST', path: '_apis/wit/wiql', project: 'Fabrikam' }
const answer = (status: number, text: string, headers = {}) => ({ status, text, headers: new Headers(headers) })

const envelope = (message: string, typeKey = 'SomethingException') =>
  JSON.stringify({ $id: '1', innerException: null, message, typeName: `X.${typeKey}, X`, typeKey, errorCode: 0 })

const errorFor = (status: number, text: string, request = asked, headers = {}) =>
  azureDevOpsError(answer(status, text, headers), request, now)

const evidenceOf = (error: ReturnType<typeof errorFor>) =>
  Object.fromEntries(error.evidence.map(({ label, value }) => [label, value]))

test.each([
  [401, 'TF401444: Please sign-in at least once as t\\t\\o in a web browser.', 'TF401444'],
  [401, "TF400813: The user 'x' is not authorized to access this resource.", 'TF400813'],
  [404, 'TF200016: The following project does not exist: X.', 'TF200016'],
  [400, "VS800075: The project with id 'x' does not exist.", 'VS800075'],
  [404, 'TF401232: Work item 1 does not exist.', 'TF401232'],
  [400, 'VS402337: The number of work items returned exceeds the size limit of 20000.', 'VS402337'],
  [400, 'VS403474: You requested 201 work items which exceeds the limit of 200', 'VS403474'],
  [400, 'TF51535: Cannot find field X.', 'TF51535'],
  [500, "VS402612: The macro '@CurrentIteration' is not supported without a team context.", 'VS402612'],
  [503, 'TF24668: The following team project collection is stopped: X.', 'TF24668'],
  [403, 'TF50309: The following account does not have sufficient permissions.', 'azure_devops_permission_denied'],
  [503, 'TF400733: The request has been canceled.', 'azure_devops_throttled'],
])('%i “%s” is %s', (status, message, code) => {
  expect(errorFor(status, envelope(message)).code).toBe(code)
})

test.each([
  [400, 'TF51005: Die Abfrage verweist auf ein Feld, das nicht vorhanden ist. «[Stte]».', 'TF51005'],
  [400, 'TF51006: La query non ha FROM. «TOP»', 'TF51006'],
  [400, 'TF51011: Der Pfad «‘Fabrikam\\X’» ist nicht vorhanden.', 'TF51011'],
  [400, 'Es wird das Ende erwartet. «(».', 'wiql_invalid'],
])('the language of a message does not matter: %i “%s” is %s', (status, message, code) => {
  expect(errorFor(status, envelope(message), wiql).code).toBe(code)
})

test.each([
  ['UnauthorizedRequestException', 401, 'TF400813'],
  ['ProjectDoesNotExistWithNameException', 404, 'TF200016'],
  ['WorkItemUnauthorizedAccessException', 404, 'TF401232'],
  ['AccessCheckException', 403, 'azure_devops_permission_denied'],
  ['RequestBlockedException', 429, 'azure_devops_throttled'],
  ['VssInvalidPreviewVersionException', 400, 'azure_devops_api_version_refused'],
  ['VssVersionOutOfRangeException', 400, 'azure_devops_api_version_refused'],
])('without a number %s is recognised by its typeKey', (typeKey, status, code) => {
  expect(errorFor(status, envelope('…', typeKey)).code).toBe(code)
})

test.each([
  ['an empty 401', 401, '', 'azure_devops_token_refused'],
  ['an empty 403', 403, '', 'azure_devops_permission_denied'],
  ['the 407 of a proxy', 407, '', 'proxy_sign_in_required'],
  ['an empty 429', 429, '', 'azure_devops_throttled'],
  ['a 404 page of the organization', 404, '<html></html>', 'azure_devops_organization_unknown'],
  ['an outage page', 503, '<html></html>', 'azure_devops_unavailable'],
  [
    'an error of the server in its own words',
    500,
    envelope('TF400898: An internal error.'),
    'azure_devops_unavailable',
  ],
  ['what is not there', 404, envelope('VS402323: Work item type X does not exist.'), 'azure_devops_not_found'],
  ['cut-off JSON', 500, '{"message":"TF2', 'azure_devops_unavailable'],
  ['an unknown error', 409, envelope('TF26071: This work item has been changed.'), 'azure_devops_error'],
  ['a binding error', 400, '{"count":1,"value":{"Message":"Bad date"}}', 'azure_devops_error'],
])('%s', (_name, status, text, code) => {
  expect(errorFor(status, text).code).toBe(code)
})

test('a 404 within a project says nothing about the organization', () => {
  expect(errorFor(404, 'The controller was not found', { ...asked, ...wiql }).code).toBe('azure_devops_not_found')
})

test('what was asked and answered is there to be copied, and the culprit of a query first', () => {
  const error = errorFor(400, envelope('TF51005: No field. The error is caused by «[Stte]».'), wiql, {
    activityid: 'activity-1',
  })
  expect(error.detail).toBe('400: TF51005: No field. The error is caused by «[Stte]».')
  expect(error.evidence[0]).toEqual({ label: 'Near', value: '[Stte]' })
  expect(evidenceOf(error)).toMatchObject({
    Request: 'POST contoso/Fabrikam/_apis/wit/wiql',
    'HTTP status': '400',
    Type: 'SomethingException',
    'Activity ID': 'activity-1',
  })
})

test('Retry-After goes along', () => {
  expect(errorFor(429, '', asked, { 'retry-after': '30' }).retryAfter).toBe(30)
})

test.each([
  [{ 'x-vss-resourcetenant': 'ABCDEF00-6f70-4a81-9b92-a3b4c5d6e7f8' }],
  [
    {
      'www-authenticate':
        'Bearer authorization_uri=https://login.microsoftonline.com/abcdef00-6f70-4a81-9b92-a3b4c5d6e7f8, Basic realm="x"',
    },
  ],
])('the tenant of the organization stands in %o', (headers) => {
  expect(tenantIn(new Headers(headers))).toBe('abcdef00-6f70-4a81-9b92-a3b4c5d6e7f8')
})

test.each([
  [203, 'text/html', true],
  [203, 'application/json', true],
  [302, 'text/html', true],
  [307, '', true],
  [200, 'text/html; charset=utf-8', true],
  [200, 'application/json', false],
  [200, '', false],
  [404, 'text/html', false],
  [503, 'text/html', false],
])('%i as “%s” is a page: %s', (status, type, expected) => {
  expect(isPage(answer(status, '', { 'content-type': type }))).toBe(expected)
})

const html = { 'content-type': 'text/html' }
test.each([
  ['a 203', 203, html, 'azure_devops_sign_in_page'],
  ['a page with Azure DevOps’ headers', 200, { ...html, activityid: 'a' }, 'azure_devops_sign_in_page'],
  ['a page without them', 200, html, 'azure_devops_foreign_page'],
  [
    'a redirect to sign in',
    302,
    { location: 'https://spsprodcus1.vssps.visualstudio.com/_signin' },
    'azure_devops_sign_in_page',
  ],
  [
    'a redirect to elsewhere',
    302,
    { location: 'https://portal.example/visualstudio.com/' },
    'azure_devops_foreign_page',
  ],
  ['a redirect to nowhere', 302, {}, 'azure_devops_foreign_page'],
])('%s is told for what it is', (_, status, headers, code) => {
  expect(pageCode(answer(status, '', headers))).toBe(code)
})

test('the page of a proxy that blocks is not a missing permission, and says who it is', () => {
  const error = errorFor(403, '<html><title> Blocked by Contoso </title></html>', asked, { ...html, server: 'squid' })
  expect(error.code).toBe('azure_devops_foreign_page')
  expect(evidenceOf(error)).toMatchObject({ Page: 'Blocked by Contoso', Server: 'squid' })
})

test('a refusal of somebody unknown is about the token, one of somebody known about the member', () => {
  const refusal = (who: string) => envelope(`TF400813: The user '${who}' is not authorized to access this resource.`)
  expect(errorFor(401, refusal('aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa')).code).toBe('TF400813_anonymous')
  expect(errorFor(401, refusal('t\\\\o')).code).toBe('TF400813')
})
