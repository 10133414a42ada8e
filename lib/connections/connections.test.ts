import { randomBytes } from 'node:crypto'
import { beforeEach, expect, it } from 'vitest'
import type { Member } from '#lib/platform/access'
import { certificates, connections, members, workspaces } from '#lib/platform/storage/tables'
import { testDatabase } from '#lib/platform/testing/database'
import { createVault } from '#lib/platform/vault/vault'
import { setWrites } from './console/set-writes'
import { createConnection } from './create'
import { getConnection } from './get'
import { listConnections } from './list'
import { recordTest } from './record-test'
import { removeConnection } from './remove'
import { connectionInput } from './schema'
import { updateConnection } from './update'

const database = testDatabase()
const vault = createVault([{ kid: '1', key: randomBytes(32) }])
const context = () => ({ db: database(), vault })

let editor: Member
let certificateId: string

/** Every test has a workspace of its own, with one certificate. */
beforeEach(async () => {
  editor = { id: crypto.randomUUID(), workspaceId: crypto.randomUUID(), role: 'editor' }
  certificateId = crypto.randomUUID()
  const { workspaceId } = editor
  await database().insert(workspaces).values({ id: workspaceId, name: 'Team' })
  await database()
    .insert(members)
    .values({ ...editor, name: 'Editor' })
  const row = {
    id: certificateId,
    workspaceId,
    name: 'C',
    source: 'generated',
    certificatePem: '',
    sealedKey: '',
  } as const
  await database().insert(certificates).values(row)
})

const settings = (name = 'Contoso') =>
  connectionInput.parse({
    name,
    tokenUrl: 'contoso.onmicrosoft.com',
    clientId: '3F2504E0-4F89-41D3-9A0C-0305E82C3301',
    certificateId,
    organization: 'https://dev.azure.com/contoso/',
  })
const stranger = (): Member => ({ ...editor, workspaceId: crypto.randomUUID() })

it('what was saved comes back, normalised and with the documented defaults', async () => {
  const { id } = await createConnection(context(), editor, settings())
  expect((await getConnection(context(), editor, id)).settings).toMatchObject({
    tokenUrl: 'https://login.microsoftonline.com/contoso.onmicrosoft.com/oauth2/v2.0/token',
    clientId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    organization: 'contoso',
    scope: 'https://app.vssps.visualstudio.com/.default',
    apiVersion: '7.0',
    retryMode: 'RetryWhenStatusCodeMatch',
    retryStatusCodeList: [429],
    retryCountMax: 5,
    retryMultiplyWaitTime: true,
  })
})

it('settings lie sealed in the database', async () => {
  await createConnection(context(), editor, settings('Very secret name'))
  expect(JSON.stringify(await database().select().from(connections))).not.toMatch(/secret|contoso/i)
})

it('another workspace neither sees, changes nor removes a connection', async () => {
  const { id } = await createConnection(context(), editor, settings())
  const refused = { code: 'not_found' }
  expect(await listConnections(context(), stranger())).toEqual([])
  await expect(getConnection(context(), stranger(), id)).rejects.toMatchObject(refused)
  await expect(updateConnection(context(), stranger(), id, settings())).rejects.toMatchObject(refused)
  await expect(removeConnection(context(), stranger(), id)).rejects.toMatchObject(refused)
})

it('a viewer reads and changes nothing', async () => {
  const { id } = await createConnection(context(), editor, settings())
  const viewer: Member = { ...editor, role: 'viewer' }
  const refused = { code: 'role_insufficient' }
  expect(await listConnections(context(), viewer)).toHaveLength(1)
  await expect(createConnection(context(), viewer, settings())).rejects.toMatchObject(refused)
  await expect(updateConnection(context(), viewer, id, settings())).rejects.toMatchObject(refused)
  await expect(removeConnection(context(), viewer, id)).rejects.toMatchObject(refused)
})

it('the latest test is the health of a connection', async () => {
  const tested = await createConnection(context(), editor, settings())
  const test = { results: [], durationMs: 1, testedAt: new Date('2026-01-01T00:00:00Z') }
  await recordTest(context(), editor, tested, { ...test, verdict: 'failed' })
  await recordTest(context(), editor, tested, {
    ...test,
    verdict: 'passed',
    testedAt: new Date('2026-01-02T00:00:00Z'),
  })
  expect((await listConnections(context(), editor))[0]?.health).toMatchObject({ verdict: 'passed' })
})

it('changed settings replace the old ones; a removed connection is gone', async () => {
  const { id } = await createConnection(context(), editor, settings())
  expect((await updateConnection(context(), editor, id, settings('Renamed'))).settings.name).toBe('Renamed')
  await removeConnection(context(), editor, id)
  expect(await listConnections(context(), editor)).toEqual([])
})

it('only an owner of the workspace lets the console write, for a quarter of an hour, and may end it', async () => {
  const { id } = await createConnection(context(), editor, settings())
  const owner: Member = { ...editor, role: 'owner' }
  await expect(setWrites(context(), editor, id, true)).rejects.toMatchObject({ code: 'role_insufficient' })
  await expect(setWrites(context(), { ...stranger(), role: 'owner' }, id, true)).rejects.toMatchObject({
    code: 'not_found',
  })
  expect((await getConnection(context(), editor, id)).writesUntil).toBeUndefined()
  const minutes = (Date.parse((await setWrites(context(), owner, id, true)) ?? '') - Date.now()) / 60_000
  expect(minutes).toBeGreaterThan(14)
  expect(minutes).toBeLessThan(16)
  expect(await setWrites(context(), owner, id, false)).toBeUndefined()
})

it.each([
  ['tokenUrl', 'https://login.microsoftonline.com/common/oauth2/v2.0/token'],
  ['tokenUrl', 'https://login.evil.example/contoso.com/oauth2/v2.0/token'],
  ['tokenUrl', 'http://login.microsoftonline.com/contoso.com/oauth2/v2.0/token'],
  ['clientId', 'Certboard'],
  ['scope', 'vso.work'],
  ['scope', 'https://app.vssps.visualstudio.com/.default offline_access'],
  ['organization', 'https://evil.example/contoso'],
  ['retryStatusCodeList', 'often'],
  ['retryCountMax', 21],
])('%s %s is refused, and the field is named', (field, value) => {
  const result = connectionInput.safeParse({ ...settings(), retryStatusCodeList: '429', [field]: value })
  expect(result.error?.issues.map((issue) => issue.path[0])).toEqual([field])
})
