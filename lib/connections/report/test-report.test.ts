import { randomBytes } from 'node:crypto'
import { beforeEach, expect, test } from 'vitest'
import type { Member } from '#lib/platform/access'
import { certificates, connectionTests, workspaces } from '#lib/platform/storage/tables'
import { testDatabase } from '#lib/platform/testing/database'
import { createVault } from '#lib/platform/vault/vault'
import { createConnection } from '../create'
import { listTests } from '../history/list-tests'
import { recordTest } from '../record-test'
import { type CheckResult, connectionInput } from '../schema'
import { updateConnection } from '../update'
import { readReport, testReport } from './test-report'

const database = testDatabase()
const vault = createVault([{ kid: '1', key: randomBytes(32) }])
const context = () => ({ db: database(), vault })

let editor: Member
let certificateId: string
let place: { readonly id: string; readonly testId: string }

const settingsFor = (organization: string) =>
  connectionInput.parse({
    name: `Connection to ${organization}`,
    tokenUrl: 'contoso.onmicrosoft.com',
    clientId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    certificateId,
    organization,
  })

const asked: CheckResult = {
  id: 'organization',
  verdict: 'warned',
  durationMs: 5,
  summary: 'Belongs to the tenant.',
  exchanges: [
    {
      method: 'GET',
      url: 'https://fabrikam.visualstudio.com/_apis/connectionData',
      headers: [],
      status: 200,
      at: '2026-01-01T00:00:00.000Z',
      durationMs: 4,
    },
  ],
}

beforeEach(async () => {
  editor = { id: crypto.randomUUID(), workspaceId: crypto.randomUUID(), role: 'editor' }
  certificateId = crypto.randomUUID()
  await database().insert(workspaces).values({ id: editor.workspaceId, name: 'Team' })
  const row = { workspaceId: editor.workspaceId, name: 'C', source: 'generated', certificatePem: '' } as const
  await database()
    .insert(certificates)
    .values({ id: certificateId, ...row, sealedKey: '' })
  const { id } = await createConnection(context(), editor, settingsFor('fabrikam'))
  const finished = { verdict: 'warned', results: [asked], testedAt: new Date(), durationMs: 5 } as const
  await recordTest(context(), editor, { id, settings: settingsFor('fabrikam') }, finished, { isScheduled: true })
  const [kept] = await listTests(context(), editor, id)
  place = { id, testId: kept?.id ?? '' }
  await updateConnection(context(), editor, id, settingsFor('contoso'))
})

const organizationTold = async () =>
  (await readReport(context(), editor, place, 'shown')).settings.find(({ label }) => label.startsWith('Organization'))

test('a report tells the settings of its test, not those that the connection has by now', async () => {
  expect((await organizationTold())?.value).toBe('fabrikam')
  const { bytes } = await testReport(context(), editor, place, { format: 'markdown', identifiers: 'shown' })
  expect(new TextDecoder().decode(bytes)).toContain('fabrikam')
})

test('a report without identifiers hides the names of the time', async () => {
  expect(JSON.stringify(await readReport(context(), editor, place, 'hidden'))).not.toContain('fabrikam')
})

test('a test of before there was a history is told with the settings that the connection has', async () => {
  await database().update(connectionTests).set({ sealedSettings: null })
  expect((await organizationTold())?.value).toBe('contoso')
})
