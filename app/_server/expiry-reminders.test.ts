import { beforeEach, expect, test } from 'vitest'
import { generateCertificate } from '#lib/certificates/generate'
import { createConnection } from '#lib/connections/create'
import { connectionInput } from '#lib/connections/schema'
import type { Member } from '#lib/platform/access'
import type { Notification } from '#lib/platform/notify/notification'
import { workspaces } from '#lib/platform/storage/tables'
import { testDatabase } from '#lib/platform/testing/database'
import { createVault } from '#lib/platform/vault/vault'
import { notifyWorkspace } from '#lib/reminders/notify'
import { saveReminders } from '#lib/reminders/save'
import { remindOfExpiry } from './expiry-reminders'

const database = testDatabase()
const vault = createVault([{ kid: 'test', key: new Uint8Array(32) }])
const context = () => ({ db: database(), vault })
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

/** A workspace with a connection whose certificate is made for `lifetimeDays`, and who is to be reminded. */
async function newTeam(name: string, lifetimeDays: number): Promise<void> {
  const owner: Member = { id: crypto.randomUUID(), workspaceId: crypto.randomUUID(), role: 'owner' }
  await database().insert(workspaces).values({ id: owner.workspaceId, name })
  const wish = { name, commonName: name, lifetimeDays, keySize: 2048 } as const
  const { id: certificateId } = await generateCertificate(context(), owner, wish)
  await generateCertificate(context(), owner, { ...wish, name: `${name}, unused` })
  const clientId = crypto.randomUUID()
  const input = { name, tokenUrl: 'contoso.com', clientId, certificateId, organization: 'contoso' }
  await createConnection(context(), owner, connectionInput.parse(input))
  await saveReminders(
    context(),
    owner,
    { emails: [`${name}@example.com`], webhookUrl: '' },
    { hosts: 'public', senders: { email: async () => [] } },
  )
}

/** Runs the job as on that day; gives what was sent. */
async function sentOn(days: number): Promise<[to: string, subject: string][]> {
  const sent: [string, string][] = []
  const senders = {
    email: async (to: readonly string[], { subject }: Notification) => {
      sent.push([to.join(), subject])
      return []
    },
    webhook: async () => undefined,
  }
  const onFailure = () => expect.unreachable('nothing was meant to fail')
  await remindOfExpiry(context(), {
    notify: (workspaceId, notification) =>
      notifyWorkspace(context(), workspaceId, notification, { senders, onFailure }),
    publicUrl: 'https://certboard.example',
    now: inDays(days),
  })
  return sent
}

beforeEach(async () => {
  await database().delete(workspaces)
})

test('each warning goes once to the people of that workspace, and after a pause only the nearest one', async () => {
  await newTeam('alpha', 100)
  await newTeam('beta', 400)
  expect(await sentOn(60)).toEqual([])
  expect(await sentOn(71)).toEqual([['alpha@example.com', 'The certificate “alpha” ends in 29 days']])
  expect(await sentOn(71.1)).toEqual([])
  expect(await sentOn(94.5)).toEqual([['alpha@example.com', 'The certificate “alpha” ends in 6 days']])
  expect(await sentOn(95)).toEqual([])
  expect(await sentOn(99.5)).toEqual([['alpha@example.com', 'The certificate “alpha” ends within a day']])
  expect(await sentOn(120)).toEqual([])
  expect(await sentOn(371)).toEqual([['beta@example.com', 'The certificate “beta” ends in 29 days']])
})

test('what goes wrong in one workspace keeps no other from being reminded', async () => {
  await newTeam('alpha', 10)
  await newTeam('beta', 10)
  const reminded: string[] = []
  const notify = async (_workspaceId: string, { subject }: Notification) => {
    reminded.push(subject)
    if (reminded.length === 1) throw new Error('unsealable')
  }
  await expect(remindOfExpiry(context(), { notify })).rejects.toThrow('unsealable')
  expect(reminded).toHaveLength(2)
})

test('a job that was told to end leaves the rest for the next time', async () => {
  await newTeam('alpha', 10)
  const signal = AbortSignal.abort(new Error('ends'))
  const notify = () => expect.unreachable('it was told to end')
  await expect(remindOfExpiry(context(), { notify, signal })).rejects.toThrow('ends')
})
