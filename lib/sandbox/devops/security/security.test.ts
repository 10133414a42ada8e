import { describe, expect, test } from 'vitest'
import type { Role } from '../store/members/subject'
import { createTestMembers } from '../test-members'
import { bodyOf, type ListBody, member, tenantId } from '../test-organization'

const api = 'dev.azure.com/_apis'
const project = '52d39943-cb85-4d7f-8fa8-c6baac873819'
const areas = '83e28ad4-2d72-4ceb-97b0-c7726d5502c3'
const git = '2e9eb7ed-3c0a-47d4-87c1-0ffdd275fd87'
const self = `Microsoft.VisualStudio.Services.Claims.AadServicePrincipal;${tenantId}\\${member.objectId}`

interface List {
  readonly token: string
  readonly acesDictionary: Record<string, { allow: number; deny: number; extendedInfo?: { effectiveAllow?: number } }>
}

async function setUp(role: Role) {
  const send = createTestMembers({ role })
  const { value } = await bodyOf<ListBody<{ id: string }>>(send('GET', `${api}/projects?api-version=7.1`))
  const root = `$PROJECT:vstfs:///Classification/TeamProject/${value[0]?.id}`
  const has = async (namespace: string, bits: number, token: string) => {
    const path = `${api}/permissions/${namespace}/${bits}?tokens=${encodeURIComponent(token)}&alwaysAllowAdministrators=false`
    return (await bodyOf<{ value: boolean[] }>(send('GET', path))).value
  }
  return { send, projectId: value[0]?.id ?? '', root, has }
}

describe('what a caller may do follows from its groups', () => {
  test.each([
    ['readers', { view: true, deleteItems: false, push: false, rename: false }],
    ['contributors', { view: true, deleteItems: true, push: true, rename: false }],
    ['project administrators', { view: true, deleteItems: true, push: true, rename: true }],
    ['collection administrators', { view: true, deleteItems: true, push: true, rename: true }],
  ] as const)('as one of the %s', async (role, expected) => {
    const { root, projectId, has } = await setUp(role)
    const [view] = await has(project, 1, root)
    const [deleteItems] = await has(project, 8192, root)
    const [push] = await has(git, 4, `repoV2/${projectId}`)
    const [rename] = await has(project, 65536, root)
    expect({ view, deleteItems, push, rename }).toEqual(expected)
  })

  test('and all of the bits are needed', async () => {
    const { root, has } = await setUp('readers')
    expect(await has(project, 1, root)).toEqual([true])
    expect(await has(project, 1 | 65536, root)).toEqual([false])
  })

  test('a project that does not exist may not even be seen', async () => {
    const { has } = await setUp('contributors')
    expect(await has(project, 1, `$PROJECT:vstfs:///Classification/TeamProject/${tenantId}`)).toEqual([false])
  })

  test('several tokens are answered in their order', async () => {
    const { projectId, has } = await setUp('contributors')
    expect(await has(git, 2, `repoV2/${tenantId},repoV2/${projectId}/${tenantId}`)).toEqual([false, true])
  })
})

test('a batch of questions comes back with its answers', async () => {
  const { send, projectId, root } = await setUp('readers')
  const evaluations = [
    { securityNamespaceId: project, token: root, permissions: 1 },
    { securityNamespaceId: git, token: `repoV2/${projectId}`, permissions: 4 },
  ]
  const path = `${api}/security/permissionevaluationbatch?api-version=7.1`
  const body = { alwaysAllowAdministrators: false, evaluations }
  expect(await bodyOf(send('POST', path, body))).toEqual({
    alwaysAllowAdministrators: false,
    evaluations: evaluations.map((evaluation, at) => ({ ...evaluation, value: at === 0 })),
  })
})

describe('access control lists', () => {
  test('give bits, merge them with those given before, and take them away', async () => {
    const { send, root, has } = await setUp('collection administrators')
    const entry = (allow: number, deny: number, merge: boolean) =>
      bodyOf(
        send('POST', `${api}/accesscontrolentries/${project}?api-version=7.1`, {
          token: root,
          merge,
          accessControlEntries: [{ descriptor: self, allow, deny }],
        }),
      )
    expect(await entry(65536, 0, true)).toEqual({ count: 1, value: [{ descriptor: self, allow: 65536, deny: 0 }] })
    expect(await entry(0, 8192, true)).toEqual({ count: 1, value: [{ descriptor: self, allow: 65536, deny: 8192 }] })
    expect(await has(project, 8192, root)).toEqual([false])

    const query = new URLSearchParams({ descriptor: self, token: root, 'api-version': '7.1' })
    const removed = await bodyOf(send('DELETE', `${api}/permissions/${project}/8192?${query}`))
    expect(removed).toEqual({ descriptor: self, allow: 65536, deny: 0 })
    expect(await has(project, 8192, root)).toEqual([true])
  })

  test('deny below what they allow above, and a nearer token decides', async () => {
    const { send, projectId, has } = await setUp('collection administrators')
    const give = (token: string, allow: number, deny: number) =>
      send('POST', `${api}/accesscontrolentries/${git}?api-version=7.1`, {
        token,
        merge: true,
        accessControlEntries: [{ descriptor: self, allow, deny }],
      })
    await give(`repoV2/${projectId}`, 0, 4)
    await give(`repoV2/${projectId}/${tenantId}`, 4, 0)
    expect(await has(git, 4, `repoV2/${projectId}`)).toEqual([false])
    expect(await has(git, 4, `repoV2/${projectId}/${tenantId}/refs`)).toEqual([true])
  })

  test('tell one entry for each wanted descriptor, with what it comes to', async () => {
    const { send, root } = await setUp('collection administrators')
    const query = new URLSearchParams({ token: root, descriptors: self, includeExtendedInfo: 'true' })
    const { value } = await bodyOf<ListBody<List>>(send('GET', `${api}/accesscontrollists/${project}?${query}`))
    expect(value).toMatchObject([{ token: root, inheritPermissions: true, includeExtendedInfo: true }])
    expect(value[0]?.acesDictionary[self]).toMatchObject({ allow: 0, deny: 0 })
    expect(value[0]?.acesDictionary[self]?.extendedInfo?.effectiveAllow).toBeGreaterThan(65536)
  })

  test('are for administrators to change', async () => {
    const { send, root } = await setUp('project administrators')
    const body = { token: root, merge: true, accessControlEntries: [{ descriptor: self, allow: 1, deny: 0 }] }
    expect((await send('POST', `${api}/accesscontrolentries/${project}?api-version=7.1`, body)).status).toBe(403)
  })
})

test('namespaces tell their actions and bits, all of them and one by one', async () => {
  const { send } = await setUp('readers')
  const all = await bodyOf<ListBody<{ namespaceId: string }>>(send('GET', `${api}/securitynamespaces?api-version=7.1`))
  const [one] = (await bodyOf<ListBody<object>>(send('GET', `${api}/securitynamespaces/${areas}?api-version=7.1`)))
    .value
  expect(all.value).toContainEqual(one)
  expect(one).toMatchObject({ name: 'CSS', separatorValue: ':' })
  expect(one).toHaveProperty(
    'actions',
    expect.arrayContaining([expect.objectContaining({ bit: 16, name: 'WORK_ITEM_READ' })]),
  )
  expect((await send('GET', `${api}/securitynamespaces/${tenantId}?api-version=7.1`)).status).toBe(404)
})
