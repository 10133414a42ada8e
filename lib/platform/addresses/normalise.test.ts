import { expect, it } from 'vitest'
import { normaliseGuid, normaliseOrganization, normaliseScope, normaliseTokenUrl } from './normalise'

const tenant = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const tokenUrl = `https://login.microsoftonline.com/${tenant}/oauth2/v2.0/token`

it.each([
  tenant,
  `https://login.microsoftonline.com/${tenant}/oauth2/token`,
  `https://login.microsoftonline.com/${tenant}/v2.0/.well-known/openid-configuration`,
])('makes the v2 token endpoint of %s and says so', (text) => {
  expect(normaliseTokenUrl(text)).toEqual({ value: tokenUrl, note: expect.stringContaining('v2') })
})

it('finds the organization in its addresses', () => {
  expect(normaliseOrganization('https://dev.azure.com/contoso/Fabrikam')?.value).toBe('contoso')
  expect(normaliseOrganization('https://contoso.visualstudio.com')?.value).toBe('contoso')
})

it('finds the client ID in a copied line', () => {
  expect(normaliseGuid(` {${tenant.toUpperCase()}} `)?.value).toBe(tenant)
})

it.each([
  ['https://app.vssps.visualstudio.com', 'https://app.vssps.visualstudio.com/.default'],
  ['499b84ac-1321-427f-aa17-267ca6975798/', '499b84ac-1321-427f-aa17-267ca6975798/.default'],
  [' 499b84ac-1321-427f-aa17-267ca6975798/.default ', '499b84ac-1321-427f-aa17-267ca6975798/.default'],
])('completes the scope %j', (text, scope) => {
  expect(normaliseScope(text)?.value).toBe(scope)
})

it('leaves alone what is right and what it does not understand', () => {
  expect(normaliseTokenUrl(tokenUrl)).toBeUndefined()
  expect(normaliseTokenUrl('https://example.org/token')).toBeUndefined()
  expect(normaliseOrganization('contoso')).toBeUndefined()
  expect(normaliseOrganization('not an organization')).toBeUndefined()
  expect(normaliseGuid(tenant)).toBeUndefined()
  expect(normaliseGuid('my app')).toBeUndefined()
  expect(normaliseScope('vso.work')).toBeUndefined()
})
