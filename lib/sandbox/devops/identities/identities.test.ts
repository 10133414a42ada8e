import { expect, test } from 'vitest'
import { createTestMembers } from '../test-members'
import { bodyOf, type ListBody, member, tenantId } from '../test-organization'

const host = 'vssps.dev.azure.com/_apis'
const send = createTestMembers()

interface Identity {
  readonly id: string
  readonly descriptor: string
  readonly subjectDescriptor: string
  readonly providerDisplayName: string
  readonly members: readonly string[]
  readonly memberOf: readonly string[]
}

const read = async (query: Record<string, string>) =>
  (await bodyOf<ListBody<Identity | null>>(send('GET', `${host}/Identities?${new URLSearchParams(query)}`))).value

const search = (searchFilter: string, filterValue: string) => read({ searchFilter, filterValue })

test.each([
  ['General', 'Priya', 'Priya Raman'],
  ['MailAddress', 'priya.raman@contoso.example', 'Priya Raman'],
  ['AccountName', 'PRIYA.RAMAN@contoso.example', 'Priya Raman'],
  ['DirectoryAlias', 'priya.raman', 'Priya Raman'],
  ['General', '[Storefront]\\Contributors', '[Storefront]\\Contributors'],
  ['General', member.objectId, 'Practice app'],
])('%s %s finds %s', async (searchFilter, filterValue, providerDisplayName) => {
  expect(await search(searchFilter, filterValue)).toMatchObject([{ providerDisplayName, isActive: true }])
})

test('a service principal’s descriptor names tenant and object ID', async () => {
  const [identity] = await search('General', 'Practice')
  const descriptor = `Microsoft.VisualStudio.Services.Claims.AadServicePrincipal;${tenantId}\\${member.objectId}`
  expect(identity?.descriptor).toBe(descriptor)
  expect(identity?.subjectDescriptor).toMatch(/^aadsp\./)
})

test('identities are read by ID and by either descriptor; null stands where there is none', async () => {
  const [identity] = await search('General', 'Priya')
  const { id = '', descriptor = '', subjectDescriptor = '' } = identity ?? {}
  expect(await read({ identityIds: `${tenantId},${id}` })).toEqual([null, identity])
  expect(await read({ descriptors: descriptor })).toEqual([identity])
  expect(await read({ subjectDescriptors: subjectDescriptor })).toEqual([identity])
  expect(await bodyOf(send('GET', `${host}/Identities/${id}`))).toEqual(identity)
})

test('memberships are told when they are asked for', async () => {
  const query = { searchFilter: 'General', filterValue: '[Storefront]\\Contributors' }
  expect(await read(query)).toMatchObject([{ members: [], memberOf: [] }])
  const [direct] = await read({ ...query, queryMembership: 'Direct' })
  expect(direct?.members.length).toBeGreaterThan(3)
  expect(direct?.memberOf).toHaveLength(1)
})

test('a search without a value is refused', async () => {
  expect((await send('GET', `${host}/Identities?searchFilter=General`)).status).toBe(400)
})
