import { describe, expect, test } from 'vitest'
import { ask, entra, refusal, sign, tenantDomain, tenantId, tokenUrl } from './test-client'

describe('a refusal', () => {
  test('has the shape of Entra ID', async () => {
    const { body } = await refusal(await sign(), { form: { client_id: 'x' } })
    expect(body).toEqual({
      error: 'unauthorized_client',
      error_description: expect.stringMatching(
        /^AADSTS700016: Application with identifier 'x' .* Trace ID: \S+ Correlation ID: \S+ Timestamp: 2026-06-15 12:00:00Z$/,
      ),
      error_codes: [700016],
      timestamp: '2026-06-15 12:00:00Z',
      trace_id: expect.any(String),
      correlation_id: expect.any(String),
      error_uri: 'https://login.microsoftonline.com/error?code=700016',
    })
  })

  test('carries the request id that the client chose, and echoes it on demand', async () => {
    const id = crypto.randomUUID()
    const init = { headers: { 'client-request-id': id, 'return-client-request-id': 'true' } }
    const { response, body } = await ask('', { init })
    expect(body.correlation_id).toBe(id)
    expect(response.headers.get('client-request-id')).toBe(id)
    expect((await ask('', { url: `${tokenUrl}?client-request-id=${id}` })).body.correlation_id).toBe(id)
  })
})

describe('discovery', () => {
  async function get(path: string) {
    const response = await entra.fetch(new Request(`https://login.microsoftonline.com/${path}`))
    return { status: response.status, body: JSON.parse(await response.text()) }
  }

  test.each([tenantId, tenantDomain])('%s gives addresses with the tenant GUID', async (tenant) => {
    const v2 = await get(`${tenant}/v2.0/.well-known/openid-configuration`)
    expect(v2.body.issuer).toBe(`https://login.microsoftonline.com/${tenantId}/v2.0`)
    expect(v2.body.token_endpoint).toBe(tokenUrl)
    const v1 = await get(`${tenant}/.well-known/openid-configuration`)
    expect(v1.body.issuer).toBe(`https://sts.windows.net/${tenantId}/`)
    expect(v1.body.token_endpoint).toBe(`https://login.microsoftonline.com/${tenantId}/oauth2/token`)
  })

  test.each(['common', 'organizations'])('%s gives a placeholder as issuer', async (tenant) => {
    const { body } = await get(`${tenant}/v2.0/.well-known/openid-configuration`)
    expect(body.issuer).toBe('https://login.microsoftonline.com/{tenantid}/v2.0')
    expect(body.token_endpoint).toBe(`https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`)
  })

  test('consumers gives the tenant in which Microsoft keeps personal accounts', async () => {
    const { body } = await get('consumers/v2.0/.well-known/openid-configuration')
    expect(body.issuer).toBe('https://login.microsoftonline.com/9188040d-6c67-4c5b-b112-36a304b66dad/v2.0')
    expect(body.token_endpoint).toBe('https://login.microsoftonline.com/consumers/oauth2/v2.0/token')
  })

  test.each([
    ['contoso-typo.com', 90002, 'invalid_tenant'],
    ['token', 900023, 'invalid_request'],
  ])('%s gives %i', async (tenant, code, error) => {
    const { status, body } = await get(`${tenant}/v2.0/.well-known/openid-configuration`)
    expect(status).toBe(400)
    expect(body).toMatchObject({ error, error_codes: [code] })
  })

  test('publishes the public half of the signing key only', async () => {
    const { body } = await get(`${tenantId}/discovery/v2.0/keys`)
    expect(body.keys).toHaveLength(1)
    expect(new Set(Object.keys(body.keys[0]))).toEqual(new Set(['alg', 'e', 'kid', 'kty', 'n', 'use', 'x5t']))
  })

  test('knows the login hosts of Microsoft, and 50049 for others', async () => {
    const path = (host: string) =>
      `common/discovery/instance?api-version=1.1&authorization_endpoint=https%3A%2F%2F${host}%2F${tenantId}%2Foauth2%2Fv2.0%2Fauthorize`
    const known = await get(path('login.windows.net'))
    expect(known.body.tenant_discovery_endpoint).toBe(
      `https://login.windows.net/${tenantId}/v2.0/.well-known/openid-configuration`,
    )
    expect(known.body.metadata[0].aliases).toContain('login.windows.net')
    const unknown = await get(path('login.example.com'))
    expect(unknown).toMatchObject({ status: 400, body: { error: 'invalid_instance', error_codes: [50049] } })
  })

  test('what is not emulated is 501, without the query in its words', async () => {
    const { status, body } = await get(`${tenantId}/oauth2/v2.0/authorize?secret=1`)
    expect(status).toBe(501)
    expect(JSON.stringify(body)).not.toContain('secret')
  })
})
