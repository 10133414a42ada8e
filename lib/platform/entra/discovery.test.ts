import { expect, test } from 'vitest'
import { createClock } from '#lib/platform/testing/clock'
import { discoverTenant } from './discovery'

const tenantId = '5c3b1d2e-6f70-4a81-9b92-a3b4c5d6e7f8'
const tokenUrl = 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token'
const issuer = `https://login.microsoftonline.com/${tenantId}/v2.0`

const discover = (answer: () => Response, requests: Request[] = []) =>
  discoverTenant({
    tokenUrl,
    fetch: async (request) => {
      requests.push(request)
      return answer()
    },
    ...createClock(Date.parse('2026-03-02T10:00:05Z')),
  })

test('a domain is resolved to its tenant, without any credential', async () => {
  const requests: Request[] = []
  const headers = { date: 'Mon, 02 Mar 2026 10:00:00 GMT' }
  const tenant = await discover(() => Response.json({ issuer, tenant_region_scope: 'EU' }, { headers }), requests)
  expect(tenant).toEqual({ tenantId, issuer, regionScope: 'EU', clockSkewSeconds: 5 })
  expect(requests[0]?.url).toBe('https://login.microsoftonline.com/contoso.com/v2.0/.well-known/openid-configuration')
  expect(requests[0]?.headers.get('authorization')).toBeNull()
})

test('what the answer does not say is left out', async () => {
  await expect(discover(() => Response.json({ issuer }))).resolves.toEqual({ tenantId, issuer })
})

test('a tenant that does not exist is said by its number', async () => {
  const body = {
    error: 'invalid_tenant',
    error_description: "AADSTS90002: Tenant 'x' not found.",
    error_codes: [90002],
  }
  await expect(discover(() => Response.json(body, { status: 400 }))).rejects.toMatchObject({ code: 'AADSTS90002' })
})

test.each([
  ['a web page', '<html></html>'],
  ['the issuer of all tenants', JSON.stringify({ issuer: 'https://login.microsoftonline.com/{tenantid}/v2.0' })],
  ['no issuer', '{}'],
])('%s is no tenant', async (_name, body) => {
  await expect(discover(() => new Response(body))).rejects.toMatchObject({ code: 'entra_unexpected_answer' })
})
