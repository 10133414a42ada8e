import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Member } from '#lib/platform/access'
import { certificates, connectionTests, members, reportLinks, workspaces } from '#lib/platform/storage/tables'
import { testDatabase } from '#lib/platform/testing/database'
import { createVault } from '#lib/platform/vault/vault'
import { createConnection } from '../../create'
import { listTests } from '../../history/list-tests'
import { recordTest } from '../../record-test'
import { connectionInput } from '../../schema'
import { createReportLink } from './create'
import { listReportLinks } from './list'
import { openReportLink } from './open'
import { revokeReportLink } from './revoke'
import { reportLinkInput } from './schema'

const database = testDatabase()
const vault = createVault([{ kid: '1', key: randomBytes(32) }])
const context = () => ({ db: database(), vault })
let editor: Member
let place: { readonly id: string; readonly testId: string }

beforeEach(async () => {
  editor = { id: crypto.randomUUID(), workspaceId: crypto.randomUUID(), role: 'editor' }
  const { workspaceId } = editor
  const certificateId = crypto.randomUUID()
  await database().insert(workspaces).values({ id: workspaceId, name: 'Team' })
  await database()
    .insert(members)
    .values({ ...editor, name: 'Editor' })
  const row = { workspaceId, name: 'C', source: 'generated', certificatePem: '', sealedKey: '' } as const
  await database()
    .insert(certificates)
    .values({ id: certificateId, ...row })
  const settings = connectionInput.parse({
    name: 'Contoso',
    tokenUrl: 'contoso.onmicrosoft.com',
    clientId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    certificateId,
    organization: 'contoso',
  })
  const connection = await createConnection(context(), editor, settings)
  await recordTest(context(), editor, connection, {
    verdict: 'passed',
    results: [],
    testedAt: new Date(),
    durationMs: 5,
  })
  const [test] = await listTests(context(), editor, connection.id)
  place = { id: connection.id, testId: test?.id ?? '' }
})

const create = (days: 1 | 7 | 30 = 7) =>
  createReportLink(context(), editor, place, reportLinkInput.parse({ name: 'Support', days }))
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)
const list = () => listReportLinks(context(), editor, place)

describe('a link to a report', () => {
  it('opens the test it was made for, without identifiers unless they are wanted, and counts each opening', async () => {
    const { secret } = await create()
    const opened = { connectionId: place.id, testId: place.testId, workspaceId: editor.workspaceId }
    expect(await openReportLink(context(), secret)).toEqual({ ...opened, identifiers: 'hidden' })
    await Promise.all([openReportLink(context(), secret), openReportLink(context(), secret)])
    expect(await list()).toMatchObject([{ name: 'Support', openedCount: 3 }])
  })

  it('is kept as a hash, and its secret is told once', async () => {
    const { secret } = await create()
    expect(JSON.stringify(await database().select().from(reportLinks))).not.toContain(secret)
    expect(JSON.stringify(await list())).not.toContain(secret)
  })

  it.each([1, 7, 30] as const)('ends after %i days', async (days) => {
    const { secret } = await create(days)
    expect(await openReportLink(context(), secret, inDays(days - 0.1))).toBeDefined()
    expect(await openReportLink(context(), secret, inDays(days + 0.1))).toBeUndefined()
  })

  it('opens nothing once it was taken back, and is taken back once', async () => {
    const { id, secret } = await create()
    expect(await revokeReportLink(context(), editor, place, id)).toBe(true)
    expect(await revokeReportLink(context(), editor, place, id)).toBe(false)
    expect(await openReportLink(context(), secret)).toBeUndefined()
    expect(await list()).toMatchObject([{ openedCount: 0, revokedAt: expect.any(String) }])
  })

  it.each([['A'.repeat(43)], ['short'], [`${'A'.repeat(42)}'`]])(
    'that nobody made opens nothing: %s',
    async (secret) => {
      await create()
      expect(await openReportLink(context(), secret)).toBeUndefined()
    },
  )

  it('goes with its test', async () => {
    const { secret } = await create()
    await database().delete(connectionTests)
    expect(await openReportLink(context(), secret)).toBeUndefined()
  })
})

describe('who may', () => {
  it('a viewer neither makes, sees nor takes back links', async () => {
    const viewer: Member = { ...editor, role: 'viewer' }
    const { id } = await create()
    const refused = { code: 'role_insufficient' }
    await expect(
      createReportLink(context(), viewer, place, reportLinkInput.parse({ name: 'X' })),
    ).rejects.toMatchObject(refused)
    await expect(listReportLinks(context(), viewer, place)).rejects.toMatchObject(refused)
    await expect(revokeReportLink(context(), viewer, place, id)).rejects.toMatchObject(refused)
  })

  it('another workspace does not learn that there is such a test', async () => {
    const stranger: Member = { ...editor, workspaceId: crypto.randomUUID() }
    const { id, secret } = await create()
    const refused = { code: 'not_found' }
    const input = reportLinkInput.parse({ name: 'X' })
    await expect(createReportLink(context(), stranger, place, input)).rejects.toMatchObject(refused)
    await expect(listReportLinks(context(), stranger, place)).rejects.toMatchObject(refused)
    await expect(revokeReportLink(context(), stranger, place, id)).rejects.toMatchObject(refused)
    expect(await openReportLink(context(), secret)).toBeDefined()
  })
})
