import { expect, test } from 'vitest'
import { startGraph } from '../graph/test-graph'

const { sandbox, signIn, automationId, token } = await startGraph()

async function ask(path: string, authorization?: string) {
  const headers = authorization ? { authorization } : undefined
  const response = await sandbox.fetch(new Request(`https://management.azure.com${path}`, headers ? { headers } : {}))
  return { status: response.status, headers: response.headers, body: JSON.parse(await response.text()) }
}

test.each(['https://management.azure.com/.default', 'https://management.core.windows.net//.default'])(
  'a token for %s opens the lists: one tenant, no subscriptions',
  async (scope) => {
    const authorization = `Bearer ${await signIn(automationId, scope)}`
    const { tenantId } = sandbox.info
    expect((await ask('/tenants?api-version=2022-12-01', authorization)).body.value).toMatchObject([{ tenantId }])
    expect((await ask('/subscriptions?api-version=2022-12-01', authorization)).body).toEqual({ value: [] })
    expect((await ask('/subscriptions/x/resourceGroups', authorization)).status).toBe(501)
  },
)

test('without a good token there is nothing but where to get one', async () => {
  const refused = await ask('/subscriptions')
  expect(refused).toMatchObject({ status: 401, body: { error: { code: 'AuthenticationFailed' } } })
  expect(refused.headers.get('www-authenticate')).toContain(sandbox.info.tenantId)
  expect((await ask('/tenants', 'Bearer nonsense')).body.error.code).toBe('InvalidAuthenticationToken')
  expect((await ask('/tenants', `Bearer ${token}`)).body.error.code).toBe('InvalidAuthenticationTokenAudience')
})
