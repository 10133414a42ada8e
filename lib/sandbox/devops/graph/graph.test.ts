import { describe, expect, test } from 'vitest'
import { createTestMembers } from '../test-members'
import { bodyOf, type ListBody, member, stranger } from '../test-organization'

const graph = 'vssps.dev.azure.com/_apis/Graph'

interface Subject {
  readonly subjectKind: string
  readonly descriptor: string
  readonly displayName: string
  readonly principalName: string
  readonly originId: string
}

type Send = ReturnType<typeof createTestMembers>

const list = async (send: Send, what: string) =>
  (await bodyOf<ListBody<Subject>>(send('GET', `${graph}/${what}`))).value

const groupNamed = async (send: Send, principalName: string) =>
  (await list(send, 'Groups')).find((group) => group.principalName === principalName)?.descriptor ?? ''

describe('subjects', () => {
  test('are read one by one under the address that a list gives them', async () => {
    const send = createTestMembers()
    for (const what of ['Users', 'ServicePrincipals', 'Groups']) {
      const subjects = await list(send, what)
      const [first] = subjects
      expect(await bodyOf(send('GET', `${graph}/${what}/${first?.descriptor}`))).toEqual(first)
      expect(new Set(subjects.map(({ descriptor }) => descriptor)).size).toBe(subjects.length)
    }
  })

  test('have a storage key that is not the GUID in their descriptor, and lead there and back', async () => {
    const send = createTestMembers()
    for (const { descriptor } of [...(await list(send, 'Users')), ...(await list(send, 'Groups'))]) {
      const { value: key } = await bodyOf<{ value: string }>(send('GET', `${graph}/StorageKeys/${descriptor}`))
      expect(Buffer.from(descriptor.split('.')[1] ?? '', 'base64').toString()).not.toBe(key)
      expect(await bodyOf(send('GET', `${graph}/Descriptors/${key}`))).toMatchObject({ value: descriptor })
    }
  })

  test('of a project’s scope are those that can get in', async () => {
    const send = createTestMembers()
    const { value } = await bodyOf<ListBody<{ id: string }>>(
      send('GET', 'dev.azure.com/_apis/projects?api-version=7.1'),
    )
    const scope = await bodyOf<{ value: string }>(send('GET', `${graph}/Descriptors/${value[0]?.id}`))
    const users = await list(send, `Users?scopeDescriptor=${scope.value}`)
    expect(users.length).toBeGreaterThan(5)
    expect(users.length).toBeLessThan(18)
    const groups = await list(send, `Groups?scopeDescriptor=${scope.value}`)
    expect(groups.every(({ principalName }) => principalName.startsWith('[Storefront]\\'))).toBe(true)
  })

  test('are looked up by descriptor: the value is a map, and what nobody has is missing', async () => {
    const send = createTestMembers()
    const [user] = await list(send, 'Users')
    const lookupKeys = [{ descriptor: user?.descriptor }, { descriptor: 'aad.nobody' }]
    const found = await bodyOf(send('POST', `${graph}/SubjectLookup`, { lookupKeys }))
    expect(found).toEqual({ count: 1, value: { [String(user?.descriptor)]: user } })
  })

  test('are found by the beginning of a name, of the kinds that are asked for', async () => {
    const send = createTestMembers()
    const query = (text: string, subjectKind: string[]) =>
      bodyOf<ListBody<Subject>>(send('POST', `${graph}/SubjectQuery`, { query: text, subjectKind }))
    expect((await query('prac', ['ServicePrincipal'])).value).toMatchObject([{ applicationId: member.clientId }])
    expect((await query('prac', ['User', 'Group'])).count).toBe(0)
    expect((await query('raman', ['User'])).value).toMatchObject([{ displayName: 'Priya Raman' }])
  })

  test('that nobody has are 404', async () => {
    const send = createTestMembers()
    expect((await send('GET', `${graph}/Users/aad.nobody`)).status).toBe(404)
    expect((await send('GET', `${graph}/Descriptors/${stranger.objectId}`)).status).toBe(404)
  })

  test('need a preview version, as all of the graph but keys does', async () => {
    const send = createTestMembers()
    const refused = await send('GET', `${graph}/Users?api-version=7.1`)
    expect(await bodyOf(refused)).toMatchObject({ typeKey: 'VssInvalidPreviewVersionException' })
  })
})

describe('memberships', () => {
  test('are made, found from both sides, and ended', async () => {
    const send = createTestMembers()
    const readers = await groupNamed(send, '[Workplace]\\Readers')
    const [user] = await list(send, 'Users')
    const address = `${graph}/Memberships/${user?.descriptor}/${readers}`
    expect((await send('HEAD', address)).status).toBe(404)
    expect((await send('PUT', address)).status).toBe(201)
    expect((await send('HEAD', address)).status).toBe(200)

    const membership = { memberDescriptor: user?.descriptor, containerDescriptor: readers }
    expect((await list(send, `Memberships/${user?.descriptor}?direction=up`)).length).toBeGreaterThan(1)
    expect(await list(send, `Memberships/${readers}?direction=down`)).toMatchObject([membership])
    expect((await send('DELETE', address)).status).toBe(200)
    expect(await list(send, `Memberships/${readers}?direction=down`)).toEqual([])
  })

  test('are for administrators to change', async () => {
    const send = createTestMembers({ role: 'readers' })
    const administrators = await groupNamed(send, '[contoso]\\Project Collection Administrators')
    const [self] = await list(send, 'ServicePrincipals')
    expect((await send('PUT', `${graph}/Memberships/${self?.descriptor}/${administrators}`)).status).toBe(403)
  })
})

test('a group is made in another one, renamed and deleted', async () => {
  const send = createTestMembers()
  const contributors = await groupNamed(send, '[Storefront]\\Contributors')
  const made = await send('POST', `${graph}/Groups?groupDescriptors=${contributors}`, { displayName: 'Testers' })
  expect(made.status).toBe(201)
  const { descriptor } = await bodyOf<Subject>(made)
  expect(made.headers.get('location')).toContain(descriptor)
  expect((await send('HEAD', `${graph}/Memberships/${descriptor}/${contributors}`)).status).toBe(200)
  const patch = [{ op: 'replace', path: '/displayName', value: 'Explorers' }]
  expect(await bodyOf(send('PATCH', `${graph}/Groups/${descriptor}`, patch))).toMatchObject({
    displayName: 'Explorers',
  })
  expect((await send('DELETE', `${graph}/Groups/${descriptor}`)).status).toBe(204)
  expect((await send('GET', `${graph}/Groups/${descriptor}`)).status).toBe(404)
})

test('a service principal that is added to the graph is let in', async () => {
  const send = createTestMembers()
  const projects = () => send('GET', 'dev.azure.com/_apis/projects?api-version=7.1', undefined, 'stranger')
  expect((await projects()).status).toBe(401)
  const added = await bodyOf<Subject>(send('POST', `${graph}/ServicePrincipals`, { originId: stranger.objectId }))
  expect(added).toMatchObject({ subjectKind: 'servicePrincipal', originId: stranger.objectId })
  expect((await projects()).status).toBe(200)
  expect((await send('POST', `${graph}/ServicePrincipals`, { originId: stranger.clientId })).status).toBe(404)
})

test('a project that is made later has its groups, and takes them with it when it is deleted', async () => {
  const send = createTestMembers()
  const processTemplate = { templateTypeId: 'adcc42ab-9882-485e-a3ed-7678f01f66bc' }
  const capabilities = { versioncontrol: { sourceControlType: 'Git' }, processTemplate }
  const projects = 'dev.azure.com/_apis/projects'
  await send('POST', `${projects}?api-version=7.1`, { name: 'Annex', capabilities })
  const readers = await groupNamed(send, '[Annex]\\Readers')
  const valid = await list(send, `Memberships/${readers}?direction=up`)
  expect(valid).toMatchObject([{ containerDescriptor: await groupNamed(send, '[Annex]\\Project Valid Users') }])

  const { id } = await bodyOf<{ id: string }>(send('GET', `${projects}/Annex?api-version=7.1`))
  expect((await send('DELETE', `${projects}/${id}?api-version=7.1`)).status).toBe(202)
  await send('GET', `${projects}?api-version=7.1`)
  expect((await list(send, 'Groups')).filter(({ principalName }) => principalName.startsWith('[Annex]'))).toEqual([])
})
