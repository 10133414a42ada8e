/** What a query may ask of a collection, shown with app registrations. */
import { expect, test } from 'vitest'
import { startGraph } from '../test-graph'

const { sandbox, send } = await startGraph()
for (const name of ["Rob's app", 'this and that', 'Robot']) sandbox.control.registerApp(name)

async function names(query: string): Promise<string[]> {
  const { body } = await send('GET', `applications?${query}`)
  return body.value.map(({ displayName }: { displayName: string }) => displayName)
}
const filter = (text: string) => `$filter=${encodeURIComponent(text)}`

test.each([
  ["displayName eq 'robot'", ['Robot']],
  ["displayName eq 'Rob''s app'", ["Rob's app"]],
  ["startswith(displayName,'rob')", ["Rob's app", 'Robot']],
  ["displayName eq 'this and that'", ['this and that']],
  ["startswith(displayName,'rob') and isFallbackPublicClient eq false", ["Rob's app", 'Robot']],
  ["startsWith(displayName, 'Rob') and displayName eq 'Robot'", ['Robot']],
  ["identifierUris/any(s:s eq 'api://x')", []],
  ["displayName eq 'nobody'", []],
])('the filter %s lets through %j', async (text, expected) => {
  expect(await names(filter(text))).toEqual(expected)
})

test.each([
  'displayName',
  "shoeSize eq '4'",
  "constructor eq '4'",
  "displayName ne 'x'",
  "displayName eq 'x' or appId eq 'y'",
  '',
])('the filter %j is refused', async (text) => {
  const { status, body } = await send('GET', `applications?${filter(text)}`)
  expect({ status, code: body.error.code }).toEqual({ status: 400, code: 'Request_UnsupportedQuery' })
})

test('pages lead to all of a collection, each object once', async () => {
  const all = await names('')
  const seen: string[] = []
  let path: string | undefined = 'applications?$top=2&$select=displayName'
  while (path) {
    const { body }: Awaited<ReturnType<typeof send>> = await send('GET', path)
    expect(body.value.length).toBeLessThanOrEqual(2)
    seen.push(...body.value.map(({ displayName }: { displayName: string }) => displayName))
    path = body['@odata.nextLink']?.split('/v1.0/')[1]
  }
  expect(all).toHaveLength(5)
  expect(seen).toEqual(all)
})

test.each(['$top=0', '$top=1000', '$top=many', '$skiptoken=x'])('%s is refused', async (query) => {
  expect((await send('GET', `applications?${query}`)).status).toBe(400)
})

test('only what is selected is told, of one object and of many', async () => {
  const { clientId } = sandbox.info
  const one = await send('GET', `applications(appId='${clientId}')?$select=appId,displayName`)
  expect(one.body).toEqual({
    '@odata.context': 'https://graph.microsoft.com/v1.0/$metadata#applications(appId,displayName)/$entity',
    appId: clientId,
    displayName: 'Certboard practice app',
  })
  const many = await send('GET', 'applications?$select=appId')
  expect(many.body.value[0]).toEqual({ appId: clientId })
  for (const name of ['shoeSize', 'constructor']) {
    const { body } = await send('GET', `applications?$select=${name}`)
    expect(body.error.message).toContain(`property named '${name}'`)
  }
})

test('an option that is not emulated is not passed over in silence', async () => {
  const { objectId } = sandbox.control.appRegistration()
  const addresses = [
    ['applications?$expand=owners', '$expand'],
    ['applications?$count=true', '$count'],
    [`applications/${objectId}?$top=1`, '$top'],
  ] as const
  for (const [address, option] of addresses) {
    const { status, body } = await send('GET', address)
    expect({ status, message: body.error.message }).toEqual({
      status: 501,
      message: `The sandbox does not emulate the query option ${option}.`,
    })
  }
})
