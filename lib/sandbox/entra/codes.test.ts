/** Every number of `aadsts.json`: raised by its condition, by a fault alone, or out of reach of this flow. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { EntraBehaviour } from './behaviour'
import {
  ask,
  clientId,
  entra,
  hash,
  makePair,
  pairs,
  refusal,
  seconds,
  sha256Header,
  sign,
  startEntra,
  tenantId,
  tokenUrl,
  unsigned,
} from './test-client'
import { unprovokedCodes } from './unprovoked'

const { registered, expired, future, short, elliptic } = pairs

type Server = Awaited<ReturnType<typeof startEntra>>
type Form = Record<string, string | undefined>

interface Situation {
  readonly behaviour?: Partial<EntraBehaviour>
  /** What an administrator did before. */
  readonly before?: (server: Server) => unknown
  readonly assertion?: () => Promise<string> | string
  readonly form?: Form
  readonly tenant?: string
  readonly headers?: Record<string, string>
}

const withClaims = (claims: Record<string, unknown>): Situation => ({ assertion: () => sign({ claims }) })
const withForm = (form: Form): Situation => ({ form })
const withTenant = (tenant: string): Situation => ({ tenant })
const resourceIs = (azureDevOps: 'disabled' | 'missing' | 'assignment required'): Situation => ({
  before: ({ control }) => control.setConditions({ azureDevOps }),
})

/** Code, HTTP status, `error`, the situation in words, and the situation. */
const conditions: readonly (readonly [number, number, string, string, Situation])[] = [
  [900144, 400, 'invalid_request', 'a field is missing', withForm({ client_id: undefined })],
  [70003, 400, 'unsupported_grant_type', 'an unknown grant', withForm({ grant_type: 'made_up' })],
  [
    901002,
    400,
    'invalid_request',
    'resource on the v2 endpoint',
    withForm({ resource: 'https://graph.microsoft.com' }),
  ],
  [90100, 400, 'invalid_request', 'another assertion type', withForm({ client_assertion_type: 'jwt' })],
  [9001023, 400, 'invalid_request', 'common', withTenant('common')],
  [50059, 400, 'invalid_request', 'organizations', withTenant('organizations')],
  [900382, 400, 'invalid_request', 'a tenant of another cloud', withTenant('contoso.onmicrosoft.us')],
  [90002, 400, 'invalid_tenant', 'an unknown domain', withTenant('contoso-typo.com')],
  [90002, 400, 'invalid_tenant', 'an unknown GUID', withTenant(crypto.randomUUID())],
  [90002, 400, 'invalid_tenant', 'the empty GUID', withTenant('00000000-0000-0000-0000-000000000000')],
  [900023, 400, 'invalid_request', 'a word of a pasted URL', withTenant('oauth2')],
  [
    5000224,
    400,
    'invalid_request',
    'a tenant that is blocked',
    { before: ({ control }) => control.setConditions({ tenant: 'blocked' }) },
  ],
  [700016, 400, 'unauthorized_client', 'an unknown app', withForm({ client_id: crypto.randomUUID() })],
  [
    7000112,
    400,
    'unauthorized_client',
    'an app whose sign-in is switched off',
    { before: ({ control }) => control.changeApp(clientId, { servicePrincipal: 'disabled' }) },
  ],
  [90023, 400, 'invalid_request', 'the Origin of a browser', { headers: { origin: 'https://certboard.example' } }],
  [7000218, 401, 'invalid_client', 'no credential', withForm({ client_assertion: undefined })],
  [
    700025,
    401,
    'invalid_client',
    'a public client',
    { before: ({ control }) => control.changeApp(clientId, { isPublicClient: true }) },
  ],
  [7000215, 401, 'invalid_client', 'a secret', withForm({ client_assertion: undefined, client_secret: 'a secret' })],
  [50027, 401, 'invalid_client', 'no JWT', { assertion: () => 'nonsense' }],
  [50027, 401, 'invalid_client', 'no thumbprint', { assertion: () => unsigned({ alg: 'PS256' }) }],
  [
    5002738,
    401,
    'invalid_client',
    'another algorithm',
    { assertion: () => unsigned({ alg: 'ES256', ...sha256Header(elliptic) }) },
  ],
  [
    700027,
    401,
    'invalid_client',
    'a certificate that is not registered',
    {
      assertion: async () => {
        const stranger = await makePair()
        return sign({ pair: stranger, header: sha256Header(stranger) })
      },
    },
  ],
  [
    700027,
    401,
    'invalid_client',
    'a thumbprint of the wrong length',
    { assertion: () => sign({ header: { x5t: hash('sha256', registered) } }) },
  ],
  [
    700027,
    401,
    'invalid_client',
    'the key of another certificate',
    { assertion: () => sign({ pair: { ...registered, privateKey: expired.privateKey } }) },
  ],
  [700027, 401, 'invalid_client', 'an expired certificate', { assertion: () => sign({ pair: expired }) }],
  [1000502, 401, 'invalid_client', 'a certificate not valid yet', { assertion: () => sign({ pair: future }) }],
  [
    5002730,
    400,
    'invalid_request',
    'an elliptic-curve key under an RSA algorithm',
    { assertion: () => unsigned({ alg: 'PS256', ...sha256Header(elliptic) }) },
  ],
  [
    50032,
    401,
    'invalid_client',
    'a key of 1024 bits, under the old umbrella number',
    { assertion: () => unsigned({ alg: 'RS256', ...sha256Header(short) }) },
  ],
  [
    70002,
    401,
    'invalid_client',
    'a key of 1024 bits, whose own number comes second',
    { assertion: () => unsigned({ alg: 'RS256', ...sha256Header(short) }) },
  ],
  [50048, 401, 'invalid_client', 'sub is not iss', withClaims({ sub: crypto.randomUUID() })],
  [700021, 401, 'invalid_client', 'iss and sub name another app', withClaims({ iss: 'another', sub: 'another' })],
  [5002741, 401, 'invalid_client', 'two audiences', withClaims({ aud: [tokenUrl, tokenUrl] })],
  [
    700023,
    401,
    'invalid_client',
    'another tenant as audience',
    withClaims({ aud: tokenUrl.replace(tenantId, 'x.com') }),
  ],
  [700024, 401, 'invalid_client', 'a stale assertion', withClaims({ nbf: seconds - 7200, exp: seconds - 3600 })],
  [
    7000229,
    401,
    'invalid_client',
    'an app without service principal',
    { before: ({ control }) => control.changeApp(clientId, { isMember: false, servicePrincipal: 'missing' }) },
  ],
  [90014, 400, 'invalid_request', 'an empty scope', withForm({ scope: '' })],
  [28002, 400, 'invalid_scope', 'only OpenID scopes', withForm({ scope: 'openid offline_access' })],
  [1002012, 400, 'invalid_scope', 'a delegated scope', withForm({ scope: 'vso.project' })],
  [70011, 400, 'invalid_scope', 'a scope without resource', withForm({ scope: '/.default' })],
  [
    700022,
    400,
    'invalid_scope',
    'two resources',
    withForm({ scope: 'https://management.azure.com/.default https://graph.microsoft.com/.default' }),
  ],
  [500011, 400, 'invalid_resource', 'an unknown resource', withForm({ scope: 'https://dev.azure.com/.default' })],
  [500011, 400, 'invalid_resource', 'a tenant that never had Azure DevOps', resourceIs('missing')],
  [
    650052,
    400,
    'invalid_client',
    'the same, as others reported it',
    { ...resourceIs('missing'), behaviour: { absentResource: 650052 } },
  ],
  [500014, 400, 'invalid_resource', 'Azure DevOps disabled in the tenant', resourceIs('disabled')],
  [501051, 400, 'invalid_grant', 'assignment required on Azure DevOps', resourceIs('assignment required')],
  [
    53003,
    400,
    'interaction_required',
    'a policy for workload identities',
    { before: ({ control }) => control.setConditions({ conditionalAccess: 'blocks' }) },
  ],
  [
    50196,
    400,
    'invalid_grant',
    'the same token again and again',
    {
      behaviour: { requestsUntilLoop: 3 },
      before: async (server) => {
        for (let time = 0; time < 3; time++) await ask(await sign(), { server })
      },
    },
  ],
]

test.each(conditions)('AADSTS%i, %i %s: %s', async (code, status, error, _, situation) => {
  const { behaviour, before, assertion = sign, form = {}, tenant = tenantId, headers } = situation
  const server = before || behaviour ? await startEntra({ ...(behaviour ? { behaviour } : {}) }) : entra
  await before?.(server)
  const url = tokenUrl.replace(tenantId, tenant)
  const init = headers ? { headers } : {}
  const answer = await refusal(await assertion(), { url, form, init, server })
  expect(answer).toMatchObject({ status, error })
  expect(answer.codes).toContain(code)
  expect(answer.text).toMatch(/^AADSTS\d+: \S.* Trace ID: \S+ Correlation ID: \S+ Timestamp: 2026-06-15 12:00:00Z$/s)
})

test('90013: odd characters are answered by a page, 900561: another method and 9002313: a broken form by JSON', async () => {
  const { fetch } = await startEntra()
  const post = (url: string, body: string) =>
    fetch(new Request(url, { method: 'POST', body, headers: { 'content-type': 'application/x-www-form-urlencoded' } }))
  const form = 'grant_type=client_credentials&client_id=x&scope=y'
  const page = await post('https://login.microsoftonline.com/%3Ctenant-id%3E/oauth2/v2.0/token', form)
  expect(page.headers.get('content-type')).toContain('text/html')
  await expect(page.text()).resolves.toContain('AADSTS90013')
  await expect((await post(tokenUrl, 'grant_type=%zz')).text()).resolves.toContain('AADSTS9002313')
  await expect((await fetch(new Request(tokenUrl))).text()).resolves.toContain('AADSTS900561')
})

test('50049: a login host that Microsoft does not know', async () => {
  const { fetch } = await startEntra()
  const url =
    'https://login.microsoftonline.com/common/discovery/instance?authorization_endpoint=https://evil.example/x'
  await expect((await fetch(new Request(url))).text()).resolves.toContain('AADSTS50049')
})

test('a number that no condition raises can be raised all the same, whole in form', async () => {
  const { refuseWith } = await startEntra()
  for (const code of unprovokedCodes) {
    const response = refuseWith(new Request(tokenUrl, { method: 'POST' }), code)
    expect(JSON.parse((await response?.text()) ?? '')).toMatchObject({ error_codes: [code], error: expect.any(String) })
  }
  expect(refuseWith(new Request(tokenUrl), 700027)).toBeUndefined()
})

/** Numbers that name a user, a device, a federation or another grant: client credentials never meet them. */
const outOfReach = [50034, 53000, 50105, 130007, 700229]
/** Answered in plain text, by the fault that throttles. */
const plainText = [429]

const reference = join(process.env.CERTBOARD_REFERENCE ?? join(import.meta.dirname, '../../../../shared/reference'))

test('no number that is known for this flow is forgotten (skipped, no reference data, where aadsts.json is missing)', () => {
  const file = join(reference, 'aadsts.json')
  if (!existsSync(file)) return
  const known: readonly { code: number; httpStatus: number; error: string | null }[] = JSON.parse(
    readFileSync(file, 'utf8'),
  )
  const beside = [90013, 9002313, 900561, 50049]
  const here = new Set([
    ...conditions.map(([code]) => code),
    ...unprovokedCodes,
    ...beside,
    ...outOfReach,
    ...plainText,
  ])
  expect(known.map(({ code }) => code).filter((code) => !here.has(code))).toEqual([])
  for (const [code, status, error] of conditions) {
    expect(known.filter((row) => row.code === code)).toContainEqual(
      expect.objectContaining({ httpStatus: status, error }),
    )
  }
})
