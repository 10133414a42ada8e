import { describe, expect, test } from 'vitest'
import type { Member, Role } from '#lib/platform/access'
import { apiAddressOf } from '#lib/platform/addresses/api-address'
import { locationOf, versionFor } from '#lib/platform/addresses/api-version'
import { isAppError } from '#lib/platform/errors/index'
import type { Fetch } from '#lib/platform/http/fetch'
import { curlText } from '#lib/platform/notations/curl'
import { sandboxEndpoints } from '#lib/platform/testing/sandbox-endpoints'
import { connectionInput } from '../schema'
import { listLocations } from './list-locations'
import { type ConsoleRequestInput, consoleRequest } from './schema'
import { sendRequest, shownAtMost } from './send-request'

const as = (role: Role): Member => ({ id: crypto.randomUUID(), workspaceId: crypto.randomUUID(), role })
const now = () => Date.parse('2026-03-02T10:00:00Z')
const soon = '2026-03-02T10:05:00Z'

interface Circumstances {
  readonly role?: Role
  /** As it stands at each time that it is asked; the last stays. */
  readonly writesUntil?: readonly (string | undefined)[]
  /** What Azure DevOps answers, in place of the sandbox. */
  readonly answer?: () => Response | Promise<Response>
  readonly onWrite?: (what: string) => Promise<void>
}

/** A console on a connection to a sandbox; it remembers what was sent to Azure DevOps and what was written down. */
async function open({ role = 'editor', writesUntil = [], answer, onWrite }: Circumstances = {}) {
  const sent: Request[] = []
  const written: string[] = []
  const through =
    (fetch: Fetch): Fetch =>
    async (request) => {
      sent.push(request.clone())
      return answer ? answer() : fetch(request)
    }
  const { sandbox, exchange, endpoints } = await sandboxEndpoints({ items: 20, through })
  const { tokenUrl, clientId, scope, organization } = sandbox.info
  const certificateId = crypto.randomUUID()
  const settings = connectionInput.parse({ name: 'T', certificateId, tokenUrl, clientId, scope, organization })
  const states = [...writesUntil]
  const log = async (what: string) => void written.push(`${what} after ${sent.length}`)
  const console = {
    link: { settings, exchange },
    writesUntil: async () => (states.length > 1 ? states.shift() : states[0]),
    onWrite: onWrite ?? log,
  }
  const send = (request: ConsoleRequestInput) => sendRequest(console, as(role), consoleRequest.parse(request), { now })
  return { send, sent, written, endpoints, settings, sandbox }
}

const codeOf = (promise: Promise<unknown>): Promise<unknown> =>
  promise.then(
    () => 'sent',
    (error: unknown) => (isAppError(error) ? error.code : error),
  )

describe('a request of the console', () => {
  test('gives the answer as it came, with its headers and times', async () => {
    const { send } = await open()
    const answer = await send({ path: '_apis/projects?$top=1' })
    expect(answer).toMatchObject({
      method: 'GET',
      url: 'https://dev.azure.com/contoso/_apis/projects?$top=1&api-version=7.0',
      status: 200,
      form: 'json',
      isCut: false,
      isRedacted: false,
      durationMs: expect.any(Number),
      at: expect.stringMatching(/^\d{4}-/),
    })
    expect(JSON.parse(answer.text)).toMatchObject({ count: 1 })
    expect(answer.length).toBe(answer.text.length)
    expect(answer.headers).toContainEqual({ label: 'x-ms-continuationtoken', value: expect.any(String) })
    expect(answer.problem).toBeUndefined()
  })

  test.each([
    ['_apis/projects', undefined, 'api-version=7.0'],
    ['_apis/projects?', '7.2-preview', 'api-version=7.2-preview'],
    ['_apis/projects?api-version=5.0', '7.1', 'api-version=5.0'],
    ['_apis/projects?Api-Version=5.0', '7.1', 'Api-Version=5.0'],
    ['Storefront/_odata/v4.0-preview/WorkItems?$top=1&$select=WorkItemId', '7.1', ''],
  ])('%s with %s is asked with %s', async (path, apiVersion, expected) => {
    const { send, sent } = await open()
    const host = path.includes('_odata') ? 'analytics.dev.azure.com' : 'dev.azure.com'
    expect((await send({ path, host, apiVersion })).status).toBe(200)
    expect(sent[0]?.url.match(/api-version=.*/i)?.[0] ?? '').toBe(expected)
  })

  test('says what an error answer means, and does not ask again', async () => {
    const { send, sent } = await open({ answer: () => new Response('', { status: 503 }) })
    const answer = await send({ path: '_apis/projects' })
    expect(answer).toMatchObject({ status: 503, form: 'empty', problem: { code: 'azure_devops_unavailable' } })
    expect(sent).toHaveLength(1)
  })

  test('tells a project that is missing from a page of somebody else', async () => {
    const missing = await (await open()).send({ path: 'Nowhere/_apis/wit/fields' })
    expect(missing).toMatchObject({ status: 404, problem: { code: 'TF200016' } })
    const page = () => new Response('<title>Portal</title>', { headers: { 'content-type': 'text/html' } })
    const foreign = await (await open({ answer: page })).send({ path: '_apis/projects' })
    expect(foreign).toMatchObject({ status: 200, form: 'text', problem: { code: 'azure_devops_foreign_page' } })
  })

  test.each([
    ['a path that nobody knows', { status: 404 }, 'azure_devops_not_found'],
    [
      'a file that Microsoft keeps elsewhere',
      { status: 303, location: 'https://x.blob.core.windows.net/a' },
      undefined,
    ],
    [
      'the sign-in page',
      { status: 302, location: 'https://app.vssps.visualstudio.com/_signin' },
      'azure_devops_sign_in_page',
    ],
  ])('%s means what it is', async (_, { status, ...headers }, code) => {
    const { send } = await open({
      answer: () => new Response(null, { status, headers: { activityid: 'a', ...headers } }),
    })
    expect((await send({ path: '_apis/nonsense' })).problem?.code).toBe(code)
  })

  test('that echoes a text made to keep a pattern busy does not keep it busy', async () => {
    const message = `TF51005: «${'«<title>'.repeat(20_000)}${' '.repeat(100_000)}x`
    const { send } = await open({ answer: () => Response.json({ message }, { status: 400 }) })
    // With an open pattern it takes minutes, which no test has.
    const answer = await send({ path: '_apis/wit/wiql', method: 'POST', body: '{}' })
    expect(answer.problem?.code).toBe('TF51005')
  })

  test('follows no redirect: it is shown', async () => {
    const answer = () => new Response(null, { status: 302, headers: { location: 'https://evil.example/' } })
    const { send, sent } = await open({ answer })
    expect(await send({ path: '_apis/projects' })).toMatchObject({ status: 302 })
    expect(sent.map(({ redirect }) => redirect)).toEqual(['manual'])
  })

  test('that nobody answers fails with the reason', async () => {
    const { send } = await open({ answer: () => Promise.reject(new TypeError('fetch failed')) })
    expect(await codeOf(send({ path: '_apis/projects' }))).toBe('azure_devops_unreachable')
  })

  test('shows neither cookies nor tokens, whoever sends them back', async () => {
    const token = `eyJhbGciOiJSUzI1NiJ9.${'a'.repeat(40)}.b`
    const headers = { 'set-cookie': 'UserAuthentication=canary', 'x-echo': `Bearer ${token}` }
    const inHeader = await open({ answer: () => Response.json({}, { headers }) })
    expect((await inHeader.send({ path: '_apis/projects' })).isRedacted).toBe(true)
    const { send } = await open({ answer: () => Response.json({ authorization: `Bearer ${token}` }, { headers }) })
    const answer = await send({ path: '_apis/projects' })
    expect(answer.isRedacted).toBe(true)
    expect(JSON.stringify(answer)).not.toMatch(/eyJ|canary|set-cookie/)
  })

  test('shows the beginning of a long answer and nothing of a binary one, and how long each is', async () => {
    const long = await (await open({ answer: () => Response.json('x'.repeat(shownAtMost)) })).send({ path: '_apis/a' })
    expect(long).toMatchObject({ length: shownAtMost + 2, isCut: true })
    expect(long.text).toHaveLength(shownAtMost)
    const zip = () => new Response('PK\u0003\u0004', { headers: { 'content-type': 'application/zip' } })
    const binary = await (await open({ answer: zip })).send({ path: '_apis/a' })
    expect(binary).toMatchObject({ form: 'binary', text: '', length: 4 })
  })

  test('as curl sends what the console sends', async () => {
    const { send, sent } = await open()
    const body = JSON.stringify({ query: "SELECT [System.Id] FROM WorkItems WHERE [System.Title] <> 'it''s'" })
    const { method, url } = await send({ method: 'POST', path: '_apis/wit/wiql', body })
    expect(curlText({ method, url, body })).toBe(
      [
        "curl --globoff --request POST 'https://dev.azure.com/contoso/_apis/wit/wiql?api-version=7.0'",
        '--header "Authorization: Bearer $TOKEN"',
        `--header 'Accept: ${sent[0]?.headers.get('accept')}'`,
        `--header 'Content-Type: ${sent[0]?.headers.get('content-type')}'`,
        String.raw`--data-raw '{"query":"SELECT [System.Id] FROM WorkItems WHERE [System.Title] <> '\''it'\'''\''s'\''"}'`,
      ].join(' \\\n  '),
    )
  })
})

const title = { method: 'PATCH', path: '_apis/wit/workitems/1', contentType: 'application/json-patch+json' } as const
const retitled = { ...title, body: '[{"op":"add","path":"/fields/System.Title","value":"Renamed by the console"}]' }

describe('a write', () => {
  test('of an owner goes through while the switch is on, and is written down before it is sent', async () => {
    const { send, written } = await open({ role: 'owner', writesUntil: [soon] })
    const answer = await send(retitled)
    expect(JSON.parse(answer.text)).toMatchObject({ fields: { 'System.Title': 'Renamed by the console' } })
    expect(written).toEqual(['PATCH dev.azure.com/contoso/_apis/wit/workitems/1?api-version=7.0 after 0'])
  })

  test.each([
    ['an owner whose switch is off', { role: 'owner' }, 'console_writes_off'],
    ['an owner whose time is over', { role: 'owner', writesUntil: ['2026-03-02T10:00:00Z'] }, 'console_writes_off'],
    ['an editor', { role: 'editor', writesUntil: [soon] }, 'role_insufficient'],
    [
      'an owner whose switch ended while it waited for its turn',
      { role: 'owner', writesUntil: [soon, undefined] },
      'console_writes_off',
    ],
    ['a viewer', { role: 'viewer', writesUntil: [soon] }, 'role_insufficient'],
  ] as const)('of %s is not sent', async (_, circumstances, code) => {
    const { send, sent, written } = await open(circumstances)
    expect(await codeOf(send(retitled))).toBe(code)
    expect([...sent, ...written]).toEqual([])
  })

  test('that cannot be written down is not sent', async () => {
    const onWrite = () => Promise.reject(new Error('The disk is full'))
    const { send, sent } = await open({ role: 'owner', writesUntil: [soon], onWrite })
    await expect(send(retitled)).rejects.toThrow('The disk is full')
    expect(sent).toEqual([])
  })

  test('is none where a POST only asks; an editor may send it', async () => {
    const { send, written } = await open()
    const body = JSON.stringify({ query: 'SELECT [System.Id] FROM WorkItems' })
    expect((await send({ method: 'POST', path: '_apis/wit/wiql', body })).status).toBe(200)
    expect(written).toEqual([])
  })
})

test('a viewer reads nothing by the console, and learns no paths', async () => {
  const { send, endpoints } = await open({ role: 'viewer' })
  expect(await codeOf(send({ path: '_apis/projects' }))).toBe('role_insufficient')
  expect(await codeOf(listLocations({ endpoints }, as('viewer'), 'dev.azure.com'))).toBe('role_insufficient')
})

describe('what the services tell of their resources', () => {
  test.each([
    ['_apis/projects', '_apis/projects/{*projectId}', '7.0'],
    ['_apis/wit/workitems/12', '{project}/_apis/wit/workItems/{id}', '7.0'],
    [
      'Storefront/_apis/wit/workItems/12/comments',
      '{project}/_apis/wit/workItems/{workItemId}/comments/{commentId}',
      '7.0-preview',
    ],
    ['Storefront/_apis/wit/workitems/$Bug', `{project}/_apis/wit/workItems/\${type}`, '7.0'],
    ['_apis/ConnectionData', '_apis/ConnectionData', '7.0-preview'],
    ['_apis/wit/workitemsbatch', '{project}/_apis/wit/workItemsBatch', '7.0'],
    [
      'Storefront/_apis/wit/classificationnodes/areas/a/b',
      '{project}/_apis/wit/classificationNodes/{structureGroup}/{*path}',
      '7.0',
    ],
  ])('%s is %s, asked in %s', async (path, template, version) => {
    const { endpoints, settings } = await open()
    const locations = await listLocations({ endpoints }, as('editor'), 'dev.azure.com')
    const location = locationOf(apiAddressOf({ path, host: 'dev.azure.com' }, settings), locations)
    expect(location?.template).toBe(template)
    expect(location && versionFor(location, settings.apiVersion).version).toBe(version)
  })

  test('are found again by their own paths, each in a version that the service takes', async () => {
    const { endpoints, settings, send } = await open()
    for (const host of ['dev.azure.com', 'vssps.dev.azure.com', 'vsaex.dev.azure.com'] as const) {
      const locations = await listLocations({ endpoints }, as('editor'), host)
      expect(locations.length).toBeGreaterThan(5)
      for (const { template, max } of locations) {
        const path = template.replaceAll(/\{\*?\w+\}/g, 'x')
        const found = locationOf(apiAddressOf({ path, host }, settings), locations)
        if (!found) throw new Error(`Nothing is found for ${path}`)
        const { version } = versionFor(found, settings.apiVersion)
        const { text } = await send({ path, host, apiVersion: version })
        expect(`${path} (${max}) ${text}`).not.toMatch(/Vss(?:InvalidPreview)?Version\w*Exception/)
      }
    }
  })
})
