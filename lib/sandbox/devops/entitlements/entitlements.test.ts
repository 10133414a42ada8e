import { describe, expect, test } from 'vitest'
import { createTestMembers } from '../test-members'
import { bodyOf, stranger } from '../test-organization'

const host = 'vsaex.dev.azure.com/_apis'
const projects = 'dev.azure.com/_apis/projects?api-version=7.1'

interface Entitlement {
  readonly id: string
  readonly user?: { displayName: string; principalName: string }
  readonly member?: { subjectKind: string }
  readonly accessLevel: { accountLicenseType: string; licenseDisplayName: string; status: string }
  readonly lastAccessedDate: string
  readonly projectEntitlements: readonly { group: { groupType: string }; projectRef: { name: string } }[]
}

interface Page {
  readonly members: readonly Entitlement[]
  readonly items: readonly Entitlement[]
  readonly continuationToken: string
  readonly totalCount: number
}

interface Written {
  readonly isSuccess: boolean
  readonly operationResult: { servicePrincipalId: string; errors: readonly { value: string }[]; result: unknown }
  readonly servicePrincipalEntitlement: Entitlement | null
}

const request = (originId: string, accountLicenseType = 'express') => ({
  accessLevel: { licensingSource: 'account', accountLicenseType },
  servicePrincipal: { origin: 'aad', originId, subjectKind: 'servicePrincipal' },
})

describe('a service principal', () => {
  test('is let in by the object ID of its enterprise application, and not after it was removed', async () => {
    const send = createTestMembers()
    expect((await send('GET', projects, undefined, 'stranger')).status).toBe(401)

    const added = await bodyOf<Written>(
      send('POST', `${host}/serviceprincipalentitlements`, request(stranger.objectId)),
    )
    expect(added).toMatchObject({
      isSuccess: true,
      servicePrincipalEntitlement: { accessLevel: { status: 'pending' } },
    })
    expect((await send('GET', projects, undefined, 'stranger')).status).toBe(200)

    const address = `${host}/serviceprincipalentitlements/${added.operationResult.servicePrincipalId}`
    expect(await bodyOf(send('GET', address))).toMatchObject({ servicePrincipal: { applicationId: stranger.clientId } })
    expect((await send('DELETE', address)).status).toBe(204)
    expect((await send('GET', projects, undefined, 'stranger')).status).toBe(401)
    expect((await send('GET', address)).status).toBe(404)
  })

  test.each([
    ['client ID', stranger.clientId],
    ['object ID of no enterprise application', '99999999-0000-4000-8000-000000000000'],
  ])('by its %s is not added, which an answer with status 200 tells', async (_, originId) => {
    const send = createTestMembers()
    const answer = await send('POST', `${host}/serviceprincipalentitlements`, request(originId))
    expect(answer.status).toBe(200)
    const { isSuccess, operationResult, servicePrincipalEntitlement } = await bodyOf<Written>(answer)
    expect({ isSuccess, servicePrincipalEntitlement }).toEqual({ isSuccess: false, servicePrincipalEntitlement: null })
    expect(operationResult).toMatchObject({ isSuccess: false, result: null })
    expect(operationResult.errors[0]?.value).toContain(`object ID '${originId}'`)
  })

  test('is put into the project group that its entitlement names', async () => {
    const send = createTestMembers()
    const { value } = await bodyOf<{ value: { id: string; name: string }[] }>(send('GET', projects))
    const entitlement = (at: number, groupType: string) => ({ group: { groupType }, projectRef: { id: value[at]?.id } })
    const body = { ...request(stranger.objectId), projectEntitlements: [entitlement(1, 'projectReader')] }
    const added = await bodyOf<Written>(send('POST', `${host}/serviceprincipalentitlements`, body))
    const address = `${host}/serviceprincipalentitlements/${added.operationResult.servicePrincipalId}`
    const read = async () =>
      (await bodyOf<Entitlement>(send('GET', address))).projectEntitlements.map(
        ({ group, projectRef }) => `${projectRef.name}: ${group.groupType}`,
      )
    expect(await read()).toEqual(['Field Service: projectReader'])

    await send('PATCH', address, [
      { op: 'add', path: `/projectEntitlements/${value[0]?.id}`, value: entitlement(0, 'projectContributor') },
      { op: 'remove', path: `/projectEntitlements/${value[1]?.id}`, value: '' },
    ])
    expect(await read()).toEqual(['Storefront: projectContributor'])
  })

  test('that is no administrator can read the members, and change none', async () => {
    const send = createTestMembers({ role: 'contributors' })
    expect((await send('GET', `${host}/userentitlements`)).status).toBe(200)
    const refused = await send('POST', `${host}/serviceprincipalentitlements`, request(stranger.objectId))
    expect(refused.status).toBe(403)
    expect(await bodyOf(refused)).toMatchObject({ typeKey: 'AccessCheckException' })
  })
})

describe('licences', () => {
  test('are changed by a patch, operation by operation; one that fails does not keep the others from being done', async () => {
    const send = createTestMembers()
    const [user] = (await bodyOf<Page>(send('GET', `${host}/userentitlements?top=1`))).members
    const replace = (accountLicenseType: string) => ({
      op: 'replace',
      path: '/accessLevel',
      value: { licensingSource: 'account', accountLicenseType },
    })
    const patched = await bodyOf<{ operationResults: { isSuccess: boolean }[] }>(
      send('PATCH', `${host}/userentitlements/${user?.id}`, [replace('golden'), replace('advanced')]),
    )
    expect(patched).toMatchObject({
      isSuccess: false,
      operationResults: [{ isSuccess: false }, { isSuccess: true }],
      userEntitlement: { accessLevel: { accountLicenseType: 'advanced', licenseDisplayName: 'Basic + Test Plans' } },
    })
  })

  test('are given to somebody new, who is pending and was never there', async () => {
    const send = createTestMembers()
    const value = {
      accessLevel: { accountLicenseType: 'stakeholder' },
      user: { subjectKind: 'user', principalName: 'new.person@contoso.example' },
    }
    const answer = await bodyOf(send('PATCH', `${host}/userentitlements`, [{ op: 'add', path: '', value }]))
    expect(answer).toMatchObject({
      status: 'succeeded',
      haveResultsSucceeded: true,
      results: [{ isSuccess: true, result: { user: { principalName: 'new.person@contoso.example' } } }],
    })
    const filter = encodeURIComponent("name eq 'new.person' and licenseId eq 'Account-Stakeholder'")
    const { members } = await bodyOf<Page>(send('GET', `${host}/userentitlements?$filter=${filter}`))
    expect(members).toMatchObject([{ accessLevel: { status: 'pending' }, lastAccessedDate: '0001-01-01T00:00:00Z' }])
  })
})

describe('lists', () => {
  test('page by continuation token, without a gap or a repetition', async () => {
    const send = createTestMembers()
    const names: (string | undefined)[] = []
    let token = ''
    do {
      const path = `${host}/userentitlements?top=5&continuationToken=${encodeURIComponent(token)}`
      const page: Page = await bodyOf<Page>(send('GET', path))
      expect(page.items).toEqual(page.members)
      names.push(...page.members.map(({ user }) => user?.displayName))
      expect(page.totalCount).toBe(18)
      token = page.continuationToken
    } while (token !== '')
    expect(new Set(names).size).toBe(18)
    expect(names).toEqual([...names].sort())
  })

  test('filter by licence with and, or and parentheses; order by the last access', async () => {
    const send = createTestMembers()
    const query = new URLSearchParams({
      $filter: "(licenseId eq 'Account-Stakeholder' or licenseId eq 'Msdn-Enterprise') and userType eq 'member'",
      $orderBy: 'lastAccessed desc',
    })
    const { members } = await bodyOf<Page>(send('GET', `${host}/userentitlements?${query}`))
    expect(new Set(members.map(({ accessLevel }) => accessLevel.licenseDisplayName))).toEqual(
      new Set(['Stakeholder', 'Visual Studio Enterprise subscription']),
    )
    const dates = members.map(({ lastAccessedDate }) => lastAccessedDate)
    expect(dates).toEqual([...dates].sort().reverse())
  })

  test.each(['name eq', "shoeSize eq '4'", "name eq 'a' name eq 'b'", "(name eq 'a'", 'name ne 4'])(
    'refuse the filter %s',
    async (filter) => {
      const send = createTestMembers()
      const answer = await send('GET', `${host}/userentitlements?$filter=${encodeURIComponent(filter)}`)
      expect(answer.status).toBe(400)
    },
  )

  test('of members hold users and service principals', async () => {
    const send = createTestMembers()
    const { members } = await bodyOf<Page>(send('GET', `${host}/memberentitlements`))
    const kinds = members.map((one) => one.member?.subjectKind)
    expect(kinds.filter((kind) => kind === 'user')).toHaveLength(18)
    expect(kinds.filter((kind) => kind === 'servicePrincipal')).toHaveLength(1)
  })

  test('name projects only where they are selected', async () => {
    const send = createTestMembers()
    const read = (query: string) => bodyOf<Page>(send('GET', `${host}/userentitlements?${query}`))
    expect((await read('')).members[0]?.projectEntitlements).toEqual([])
    expect((await read('select=Projects')).members[0]?.projectEntitlements).not.toEqual([])
  })

  test('are not to be had on another host', async () => {
    const send = createTestMembers()
    expect((await send('GET', 'dev.azure.com/_apis/userentitlements')).status).toBe(404)
    expect((await send('GET', 'vsaex.dev.azure.com/_apis/projects?api-version=7.1')).status).toBe(404)
  })
})

test('what is given out is summed up', async () => {
  const send = createTestMembers()
  const { licenses } = await bodyOf<{ licenses: { assigned: number }[] }>(send('GET', `${host}/userentitlementsummary`))
  expect(licenses.reduce((sum, { assigned }) => sum + assigned, 0)).toBe(19)
})
