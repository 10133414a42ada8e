/** Connections that are tested by themselves, with real certificates, against the sandbox. */
import { eq, sql } from 'drizzle-orm'
import { beforeEach, expect, test } from 'vitest'
import { generateCertificate } from '#lib/certificates/generate'
import { publicFile } from '#lib/certificates/public-file'
import { certificateSigner } from '#lib/certificates/signer'
import { createConnection } from '#lib/connections/create'
import { getConnection } from '#lib/connections/get'
import { listTests } from '#lib/connections/history/list-tests'
import { claimDue } from '#lib/connections/schedule/claim-due'
import { setSchedule } from '#lib/connections/schedule/set-schedule'
import { connectionInput } from '#lib/connections/schema'
import type { Member } from '#lib/platform/access'
import type { Notification } from '#lib/platform/notify/notification'
import { connections, workspaces } from '#lib/platform/storage/tables'
import { testDatabase } from '#lib/platform/testing/database'
import { createVault } from '#lib/platform/vault/vault'
import { createSandbox, type Sandbox } from '#lib/sandbox/index'
import { openLink } from './open-link'
import { checkDueConnections } from './scheduled-checks'

const database = testDatabase()
const vault = createVault([{ kid: 'test', key: new Uint8Array(32) }])
const context = () => ({ db: database(), vault })
const openKeyVault = () => expect.unreachable('no key is in a key vault')

let editor: Member
let sandbox: Sandbox
let id: string
let told: Notification[]

beforeEach(async () => {
  told = []
  await database().update(connections).set({ checkDueAt: null })
  editor = { id: crypto.randomUUID(), workspaceId: crypto.randomUUID(), role: 'editor' }
  await database().insert(workspaces).values({ id: editor.workspaceId, name: 'Team' })
  sandbox = await createSandbox({ items: 20 })
  const wish = { name: 'C', commonName: 'c', lifetimeDays: 90, keySize: 2048 } as const
  const { id: certificateId } = await generateCertificate(context(), editor, wish)
  const { bytes } = await publicFile(context(), editor, certificateId, 'pem')
  sandbox.control.uploadCertificate(new TextDecoder().decode(bytes))
  const { tokenUrl, clientId, scope, organization } = sandbox.info
  const input = { name: 'Contoso', tokenUrl, clientId, scope, organization, certificateId }
  id = (await createConnection(context(), editor, connectionInput.parse(input))).id
})

async function linkOf(member: Member, connectionId: string) {
  const signerOf = (one: string) => certificateSigner({ ...context(), openKeyVault }, member.workspaceId, one)
  const connection = await getConnection(context(), member, connectionId)
  return openLink({ fetch: sandbox.fetch, signerOf }, connection, () => undefined)
}

const checking = {
  linkOf,
  notify: async (workspaceId: string, notification: Notification) => {
    expect(workspaceId).toBe(editor.workspaceId)
    told.push(notification)
  },
  publicUrl: 'https://certboard.example',
}

const check = () => checkDueConnections(context(), checking)

const letTimePass = () =>
  database().update(connections).set({ checkDueAt: sql`now() - interval '1 second'` }).where(eq(connections.id, id))

test('a connection is tested by itself when it is due, and not before', async () => {
  await check()
  expect(await listTests(context(), editor, id)).toEqual([])
  await setSchedule(context(), editor, id, { everyMinutes: 15 })
  await check()
  await check()
  const tests = await listTests(context(), editor, id)
  expect(tests).toMatchObject([{ verdict: 'passed', isScheduled: true }])
  expect(tests[0]).not.toHaveProperty('startedBy')
  expect((await getConnection(context(), editor, id)).health?.verdict).toBe('passed')
  await setSchedule(context(), editor, id, { everyMinutes: null })
  await check()
  expect(await listTests(context(), editor, id)).toHaveLength(1)
})

test('people are told once when it stops working, and once when it works again', async () => {
  await setSchedule(context(), editor, id, { everyMinutes: 60 })
  await check()
  sandbox.control.removeMember()
  for (let round = 0; round < 2; round += 1) {
    await letTimePass()
    await check()
  }
  expect(told.map(({ type }) => type)).toEqual(['connection.failed'])
  expect(told[0]?.text).toContain('TF401444')
  expect(told[0]?.text).toContain(`https://certboard.example/connections/${id}/history`)
  sandbox.control.addMember()
  await letTimePass()
  await check()
  expect(told.map(({ type }) => type)).toEqual(['connection.failed', 'connection.recovered'])
})

test('of several processes, one tests it', async () => {
  await setSchedule(context(), editor, id, { everyMinutes: 1440 })
  const claims = await Promise.all(Array.from({ length: 4 }, () => claimDue(database())))
  expect(claims.filter((due) => due !== undefined).map((due) => due.id)).toEqual([id])
})

test('one that ends early leaves the connections that it did not come to due', async () => {
  const settings = { ...(await getConnection(context(), editor, id)).settings, name: 'Second' }
  const second = await createConnection(context(), editor, settings)
  for (const one of [id, second.id]) await setSchedule(context(), editor, one, { everyMinutes: 1440 })
  const ended = { ...checking, signal: AbortSignal.abort() }
  await expect(checkDueConnections(context(), ended)).rejects.toMatchObject({ name: 'AbortError' })
  expect(await claimDue(database())).toMatchObject({ id: second.id })
})

test('a viewer does not set it', async () => {
  const viewer: Member = { ...editor, role: 'viewer' }
  await expect(setSchedule(context(), viewer, id, { everyMinutes: 15 })).rejects.toMatchObject({
    code: 'role_insufficient',
  })
})
