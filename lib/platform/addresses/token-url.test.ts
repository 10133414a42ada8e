import { expect, it } from 'vitest'
import { isGuid } from './guid'
import { organizationOf } from './organization'
import { idsInOverview } from './overview'
import { parseTokenUrl, tenantOf } from './token-url'

const tenant = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const endpoint = (name = tenant) => `https://login.microsoftonline.com/${name}/oauth2/v2.0/token`

it.each([
  [endpoint(), endpoint()],
  [`https://login.microsoftonline.com/${tenant}/oauth2/token`, endpoint()],
  [`https://login.microsoftonline.com/${tenant}/oauth2/v2.0/authorize?client_id=x`, endpoint()],
  [tenant, endpoint()],
  ['contoso.onmicrosoft.com', endpoint('contoso.onmicrosoft.com')],
  [`https://portal.azure.com/#@contoso.com/resource/subscriptions/1`, endpoint('contoso.com')],
  [`https://entra.microsoft.com/${tenant}#view/Microsoft_AAD_IAM/TenantOverview.ReactView`, endpoint()],
  [`https://login.windows.net/${tenant}/oauth2/token`, `https://login.windows.net/${tenant}/oauth2/v2.0/token`],
])('%s leads to the token endpoint %s', (text, url) => {
  expect(parseTokenUrl(text)).toEqual({ url })
})

it.each([
  ['https://login.microsoftonline.com/common/oauth2/v2.0/token', 'stands for many tenants'],
  ['organizations', 'stands for many tenants'],
  ['https://login.microsoftonline.us/contoso.com/oauth2/v2.0/token', 'US Government'],
  ['https://login.partner.microsoftonline.cn/contoso.com/oauth2/v2.0/token', 'China'],
  ['contoso.onmicrosoft.us', 'US Government'],
  ['https://login.microsoftonline.com/contoso.partner.onmschina.cn/oauth2/v2.0/token', 'China'],
  ['https://evil.example/contoso.com/oauth2/v2.0/token', 'must be login.microsoftonline.com'],
  ['https://login.microsoftonline.com:8443/contoso.com/', 'no port'],
  ['http://login.microsoftonline.com/contoso.com/', 'https://'],
  ['https://entra.microsoft.com/', 'names no tenant'],
  ['contoso', 'GUID (Directory ID) or a domain'],
  ['', 'GUID (Directory ID) or a domain'],
])('%s is refused: %s', (text, reason) => {
  expect(parseTokenUrl(text)).toEqual({ problem: expect.stringContaining(reason) })
})

it('the tenant is found in what was made of it', () => {
  expect(tenantOf(endpoint('contoso.com'))).toBe('contoso.com')
})

it.each([
  ['contoso', 'contoso'],
  ['https://dev.azure.com/contoso/Fabrikam/_workitems', 'contoso'],
  ['contoso.visualstudio.com', 'contoso'],
  ['https://contoso.vssps.visualstudio.com/_apis', 'contoso'],
  ['https://vsaex.dev.azure.com/contoso/_apis', 'contoso'],
  ['https://dev.azure.com/', undefined],
  ['https://evil.example/contoso', undefined],
  ['con toso', undefined],
])('the organization in %s is %s', (text, organization) => {
  expect(organizationOf(text)).toBe(organization)
})

it('a GUID is one from its first character to its last', () => {
  expect([tenant, tenant.toUpperCase(), ` ${tenant}`, `${tenant}0`, ''].map(isGuid)).toEqual([
    true,
    true,
    false,
    false,
    false,
  ])
})

const [app, object] = ['aaaaaaaa-1111-4222-8333-444444444444', 'bbbbbbbb-1111-4222-8333-444444444444']

it.each([
  [
    'the Overview page',
    `Display name : Certboard\nApplication (client) ID : ${app}\nObject ID : ${object}\nDirectory (tenant) ID : ${tenant}`,
  ],
  ['one line', `Application (client) ID ${app} Object ID ${object} Directory (tenant) ID ${tenant}`],
  ['a command’s answer', `{"appId":"${app}","objectId":"${object}","tenantId":"${tenant}"}`],
])('the IDs are found in %s', (_, text) => {
  expect(idsInOverview(text)).toEqual({ clientId: app, objectId: object, tenantId: tenant })
})

it('a lone GUID does not say which ID it is', () => {
  expect(idsInOverview(tenant)).toEqual({})
})
