import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Member } from '#lib/platform/access'
import { certificates, connectionTests, members, workspaces } from '#lib/platform/storage/tables'
import { testDatabase } from '#lib/platform/testing/database'
import { createVault } from '#lib/platform/vault/vault'
import { createConnection } from '../create'
import { getConnection } from '../get'
import { recordTest } from '../record-test'
import { type CheckResult, connectionInput, type TestVerdict } from '../schema'
import { updateConnection } from '../update'
import { getTest } from './get-test'
import { listTests } from './list-tests'

const database = testDatabase()
const vault = createVault([{ kid: '1', key: randomBytes(32) }])
const context = () => ({ db: database(), vault })
let certificateId: string
const settings = (clientId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301') =>
  connectionInput.parse({
    name: 'Contoso',
    tokenUrl: 'contoso.onmicrosoft.com',
    clientId,
    certificateId,
    organization: 'contoso',
  })

let editor: Member
let id: string

beforeEach(async () => {
  editor = { id: crypto.randomUUID(), workspaceId: crypto.randomUUID(), role: 'editor' }
  certificateId = crypto.randomUUID()
  await database().insert(workspaces).values({ id: editor.workspaceId, name: 'Team' })
  await database()
    .insert(members)
    .values({ ...editor, name: 'Editor' })
  const row = { workspaceId: editor.workspaceId, name: 'C', source: 'generated', certificatePem: '' } as const
  await database()
    .insert(certificates)
    .values({ id: certificateId, ...row, sealedKey: '' })
  id = (await createConnection(context(), editor, settings())).id
})

const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000)
const identity = (verdict: TestVerdict, code?: string): CheckResult => ({
  id: 'identity',
  verdict,
  durationMs: 5,
  summary: 'Signed in as Certboard.',
  ...(code && { finding: { code, title: `About ${code}`, cause: '', remedy: '', evidence: [], owner: 'you' } }),
})
const record = async (verdict: TestVerdict, testedAt: Date, code?: string) =>
  recordTest(context(), editor, await getConnection(context(), editor, id), {
    verdict,
    results: [identity(verdict, code)],
    testedAt,
    durationMs: 700,
  })

test('every test is kept with who started it, how long it took and what it found first, newest first', async () => {
  await record('passed', minutesAgo(10))
  await record('failed', minutesAgo(5), 'TF401444')
  const [latest, first] = await listTests(context(), editor, id)
  expect(latest).toMatchObject({
    verdict: 'failed',
    durationMs: 700,
    startedBy: 'Editor',
    isScheduled: false,
    finding: { code: 'TF401444', title: 'About TF401444' },
  })
  expect(first).not.toHaveProperty('finding')
})

test('a test is told with what is different from the last good one before it', async () => {
  await record('passed', minutesAgo(30))
  await record('failed', minutesAgo(20), 'TF400813')
  await updateConnection(context(), editor, id, settings(crypto.randomUUID()))
  await record('failed', minutesAgo(10), 'TF401444')
  const [latest, , good] = await listTests(context(), editor, id)
  const found = await getTest(context(), editor, id, latest?.id ?? '')
  expect(found.results).toEqual([identity('failed', 'TF401444')])
  expect(found.lastGood).toEqual({
    id: good?.id,
    testedAt: good?.testedAt,
    changes: [
      { kind: 'setting', setting: 'clientId' },
      { kind: 'check', check: 'identity', before: 'passed: Signed in as Certboard.', after: 'failed, TF401444' },
    ],
  })
  expect((await getTest(context(), editor, id, good?.id ?? '')).lastGood).toBeUndefined()
})

test('settings of the time lie sealed', async () => {
  await record('passed', minutesAgo(1))
  expect(JSON.stringify(await database().select().from(connectionTests))).not.toContain('contoso')
})

test('what is older than 90 days is forgotten, but never the latest', async () => {
  const days = 24 * 60
  await record('passed', minutesAgo(200 * days))
  expect(await listTests(context(), editor, id)).toHaveLength(1)
  await record('passed', minutesAgo(100 * days))
  expect(await listTests(context(), editor, id)).toHaveLength(1)
  await record('passed', minutesAgo(1))
  expect(await listTests(context(), editor, id)).toHaveLength(1)
})

test('no more than 200 are kept', async () => {
  const old = Array.from({ length: 205 }, (_, index) => ({
    id: crypto.randomUUID(),
    connectionId: id,
    verdict: 'passed' as const,
    results: [],
    testedAt: minutesAgo(1000 - index),
  }))
  await database().insert(connectionTests).values(old)
  await record('failed', minutesAgo(1), 'TF401444')
  const tests = await listTests(context(), editor, id)
  expect(tests).toHaveLength(200)
  expect(tests[0]?.verdict).toBe('failed')
})

test('another workspace sees none of it', async () => {
  await record('passed', minutesAgo(1))
  const [{ id: testId = '' } = {}] = await listTests(context(), editor, id)
  const stranger: Member = { ...editor, workspaceId: crypto.randomUUID() }
  await expect(listTests(context(), stranger, id)).rejects.toMatchObject({ code: 'not_found' })
  await expect(getTest(context(), stranger, id, testId)).rejects.toMatchObject({ code: 'not_found' })
  await expect(getTest(context(), editor, id, crypto.randomUUID())).rejects.toMatchObject({ code: 'not_found' })
})
