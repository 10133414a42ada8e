import { generateKeyPairSync } from 'node:crypto'
import { describe, expect, test } from 'vitest'
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
  tenantId,
  tokenUrl,
  unsigned,
} from './test-client'

const { registered, expired, future, short, elliptic } = pairs

describe('the request form', () => {
  test('900561: any method but POST', async () => {
    const response = await entra.fetch(new Request(tokenUrl))
    const body = JSON.parse(await response.text())
    expect(response.status).toBe(400)
    expect(body.error_codes).toEqual([900561])
    expect(body.error_description).toContain('Received a GET request.')
  })

  test.each(['grant_type', 'client_id', 'scope'])('900144: no %s', async (name) => {
    const { status, codes, text } = await refusal(await sign(), { form: { [name]: undefined } })
    expect({ status, codes }).toEqual({ status: 400, codes: [900144] })
    expect(text).toContain(`'${name}'`)
  })

  test('900144: fields in the query or in a JSON body are not read', async () => {
    const init = { body: '{"grant_type":"client_credentials"}', headers: { 'content-type': 'application/json' } }
    const { codes, text } = await refusal('', { url: `${tokenUrl}?grant_type=client_credentials`, init })
    expect(codes).toEqual([900144])
    expect(text).toContain(`'grant_type'`)
  })

  test.each<[number, Record<string, string | undefined>]>([
    [70003, { grant_type: 'made_up' }],
    [901002, { resource: 'https://management.azure.com' }],
    [7000218, { client_assertion: undefined }],
    [7000215, { client_assertion: undefined, client_secret: 'a secret' }],
    [900144, { client_assertion_type: undefined }],
    [700016, { client_id: crypto.randomUUID() }],
    [90014, { scope: '' }],
    [1002012, { scope: 'vso.project' }],
    [1002012, { scope: '499b84ac-1321-427f-aa17-267ca6975798/.default offline_access' }],
    [70011, { scope: '/.default' }],
    [700022, { scope: 'https://management.azure.com/.default https://graph.microsoft.com/.default' }],
    [500011, { scope: 'https://dev.azure.com/.default' }],
  ])('%i: %j', async (code, form) => {
    expect((await refusal(await sign(), { form })).codes).toEqual([code])
  })

  test('a grant that Entra ID knows and the sandbox does not is not guessed at', async () => {
    const { response } = await ask('', { form: { grant_type: 'refresh_token' } })
    expect(response.status).toBe(501)
  })
})

describe('the tenant in the address', () => {
  test.each([
    [90002, 'contoso-typo.com'],
    [90002, crypto.randomUUID()],
    [90002, '00000000-0000-0000-0000-000000000000'],
    [900023, 'oauth2'],
    [9001023, 'common'],
    [9001023, 'consumers'],
    [50059, 'organizations'],
  ])('%i: %s', async (code, tenant) => {
    const url = `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`
    expect(await refusal('', { url })).toMatchObject({ status: 400, codes: [code] })
  })

  test.each(['<tenant>', '%E0%A4%A'])('90013: %s is answered by a page', async (tenant) => {
    const url = `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`
    const body = new URLSearchParams({ grant_type: 'client_credentials', client_id: clientId, scope: 'x' })
    const response = await entra.fetch(new Request(url, { method: 'POST', body }))
    expect(response.status).toBe(400)
    expect(response.headers.get('content-type')).toContain('text/html')
    await expect(response.text()).resolves.toContain('AADSTS90013')
  })
})

describe('an assertion that Entra ID refuses', () => {
  test.each(['', '..', 'a.b', 'a.b.c.d', `${Buffer.from('[]').toString('base64url')}.e30.AA`])(
    '50027: %j is no JWT (an empty one counts as none)',
    async (assertion) => {
      expect((await refusal(assertion)).codes).toEqual([assertion === '' ? 7000218 : 50027])
    },
  )

  test('50027: no thumbprint in the header', async () => {
    const { codes, text } = await refusal(unsigned({ alg: 'PS256' }))
    expect(codes).toEqual([50027])
    expect(text).toContain('No certificate thumbprint specified')
  })

  test.each(['ES256', 'none', 'HS256', undefined])('5002738: algorithm %s', async (alg) => {
    const { status, codes } = await refusal(unsigned({ alg, ...sha256Header(registered) }))
    expect({ status, codes }).toEqual({ status: 401, codes: [5002738] })
  })

  test('700027: a certificate that is not registered, with its thumbprint', async () => {
    const stranger = await makePair()
    for (const [algorithm, name] of [
      ['sha256', 'x5t#S256'],
      ['sha1', 'x5t'],
    ] as const) {
      const header = { [name]: hash(algorithm, stranger) }
      const { status, codes, error, text, body } = await refusal(await sign({ pair: stranger, header }))
      expect({ status, codes, error }).toEqual({ status: 401, codes: [700027], error: 'invalid_client' })
      expect(text).toContain('The key was not found.')
      expect(text).toContain(`Thumbprint of key used by client: '${hash(algorithm, stranger, 'hex').toUpperCase()}'`)
      expect(body.error_uri).toBe('https://login.microsoftonline.com/error?code=700027')
    }
  })

  test.each<[string, () => Record<string, string>]>([
    ['hex text that was encoded', () => ({ x5t: Buffer.from(hash('sha1', registered, 'hex')).toString('base64url') })],
    ['SHA-1 under x5t#S256', () => ({ 'x5t#S256': hash('sha1', registered) })],
    ['SHA-256 under x5t', () => ({ x5t: hash('sha256', registered) })],
    ['an empty x5t#S256', () => ({ 'x5t#S256': '' })],
  ])('700027 without a thumbprint: %s', async (_, header) => {
    const { codes, text } = await refusal(await sign({ header: header() }))
    expect(codes).toEqual([700027])
    expect(text).not.toContain('Thumbprint of key used by client')
  })

  test('700027: signed by the key of another certificate', async () => {
    const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
    const { codes, text } = await refusal(await sign({ pair: { ...registered, privateKey } }))
    expect(codes).toEqual([700027])
    expect(text).toContain('did not match the expected signature value')
    expect(text).toContain(`Found key 'Start=1/1/2026 00:00:00, End=1/1/2027 00:00:00'`)
  })

  test('700027: an expired certificate', async () => {
    const { codes, text } = await refusal(await sign({ pair: expired }))
    expect(codes).toEqual([700027])
    expect(text).toContain('The key used is expired.')
  })

  test('1000502: a certificate that is not valid yet', async () => {
    expect((await refusal(await sign({ pair: future }))).codes).toEqual([1000502])
  })

  test('50032: a key of 1024 bits', async () => {
    const assertion = unsigned({ alg: 'RS256', ...sha256Header(short) })
    const { codes, text } = await refusal(assertion)
    expect(codes).toEqual([70002, 50032])
    expect(text).toContain('RSA key size 1024')
  })

  test('5002730: an elliptic-curve certificate under an RSA algorithm', async () => {
    const assertion = unsigned({ alg: 'PS256', ...sha256Header(elliptic) })
    expect(await refusal(assertion)).toMatchObject({ status: 400, error: 'invalid_request', codes: [5002730] })
  })

  test.each<[number, Record<string, unknown>]>([
    [50048, { sub: crypto.randomUUID() }],
    [700021, { iss: 'another', sub: 'another' }],
    [5002741, { aud: [tokenUrl, tokenUrl] }],
    [700023, { aud: tokenUrl.replace(tenantId, crypto.randomUUID()) }],
    [700023, { aud: tokenUrl.replace('.com', '.us') }],
    [700023, { aud: tokenUrl.replace('https', 'http') }],
    [700023, { aud: `https://login.microsoftonline.com/${tenantId}/` }],
    [700023, { aud: 'audience' }],
    [700023, { aud: undefined }],
    [700024, { nbf: seconds + 301 }],
    [700024, { nbf: seconds * 1000, exp: seconds * 1000 + 600_000 }],
    [700024, { exp: seconds - 301 }],
    [700024, { exp: undefined }],
    [50027, { exp: 'tomorrow' }],
  ])('%i: claims %j', async (code, claims) => {
    expect((await refusal(await sign({ claims }))).codes).toEqual([code])
  })

  test('700024 prints the times as Entra ID does', async () => {
    const { text } = await refusal(await sign({ claims: { nbf: undefined, exp: seconds - 3600 } }))
    expect(text).toContain(
      'Current time: 2026-06-15T12:00:00.0000000Z, assertion valid from 1970-01-01T00:00:00.0000000Z, expiry time of assertion 2026-06-15T11:00:00.0000000Z.',
    )
  })
})
