import { expect, test } from 'vitest'
import type { Member, Role } from '#lib/platform/access'
import { AppError } from '#lib/platform/errors/index'
import type { Notification } from '#lib/platform/notify/notification'
import { reminders, sentNotifications, workspaces } from '#lib/platform/storage/tables'
import { testDatabase } from '#lib/platform/testing/database'
import { createVault } from '#lib/platform/vault/vault'
import { forgetSentNotifications } from './forget'
import { getReminders } from './get'
import { notifyWorkspace } from './notify'
import { saveReminders } from './save'
import { remindersInput } from './schema'
import { sendTestMessage } from './send-test'
import type { Senders } from './senders'

const database = testDatabase()
const vault = createVault([{ kid: 'test', key: new Uint8Array(32) }])
const context = () => ({ db: database(), vault })

async function newMember(role: Role = 'owner'): Promise<Member> {
  const workspaceId = crypto.randomUUID()
  await database().insert(workspaces).values({ id: workspaceId, name: 'Team' })
  return { id: crypto.randomUUID(), workspaceId, role }
}

/** Remembers what went out by which way. */
function recorder(fail: Partial<Record<'email' | 'webhook', boolean>> = {}) {
  const sent: [to: string, id: string][] = []
  const senders: Senders = {
    email: async (to, { id }) => {
      if (fail.email) throw new AppError('email_failed')
      sent.push([to.join(), id])
      return []
    },
    webhook: async ({ url }, { id }) => {
      if (fail.webhook) throw new AppError('webhook_failed')
      sent.push([url, id])
    },
  }
  return { senders, sent, fail }
}

const url = 'https://hooks.example.com/team'
const save = (member: Member, { emails = ['a@example.com'], webhookUrl = url } = {}) =>
  saveReminders(context(), member, { emails, webhookUrl }, { hosts: 'public', senders: recorder().senders })

const notification: Notification = { id: 'x/1', type: 'x', subject: 'S', text: 'T', data: {} }
const failTest = () => expect.unreachable('nothing was meant to fail')

test('what was saved is shown to owners, but the secret of a webhook only when it is made', async () => {
  const member = await newMember()
  const saved = await save(member)
  expect(saved.newWebhookSecret).toMatch(/^whsec_[\w+/]{43}=$/)
  const shown = await getReminders(context(), member, {})
  expect(shown).toEqual({ emails: ['a@example.com'], webhookUrl: url, sendsEmail: false })
  expect(await save(member, { emails: [] })).not.toHaveProperty('newWebhookSecret')
})

test('another webhook gets another secret, and none is left when there is no webhook', async () => {
  const member = await newMember()
  const first = await save(member)
  const second = await save(member, { webhookUrl: 'https://hooks.example.com/other' })
  expect(second.newWebhookSecret).not.toBe(first.newWebhookSecret)
  expect(await save(member, { webhookUrl: '' })).toMatchObject({ webhookUrl: '' })
})

test('addresses and secret are sealed where they are stored', async () => {
  const member = await newMember()
  await save(member)
  const rows = JSON.stringify(await database().select().from(reminders))
  expect(rows).not.toContain('example.com')
  expect(rows).not.toContain('whsec_')
})

test.each(['viewer', 'editor'] as const)('a member with the role %s neither sees nor changes them', async (role) => {
  const member = await newMember(role)
  const refusal = { code: 'role_insufficient' }
  await expect(save(member)).rejects.toMatchObject(refusal)
  await expect(getReminders(context(), member, {})).rejects.toMatchObject(refusal)
  await expect(sendTestMessage(context(), member, 'email', recorder().senders)).rejects.toMatchObject(refusal)
})

test('a webhook that would not be called is not saved', async () => {
  const member = await newMember()
  await expect(save(member, { webhookUrl: 'https://127.0.0.1/' })).rejects.toMatchObject({ code: 'webhook_refused' })
  expect(await getReminders(context(), member, {})).toMatchObject({ emails: [], webhookUrl: '' })
})

test('a test message goes where it was saved to, as often as wanted', async () => {
  const member = await newMember()
  await save(member)
  const { senders, sent } = recorder()
  await sendTestMessage(context(), member, 'email', senders)
  await sendTestMessage(context(), member, 'email', senders)
  await sendTestMessage(context(), member, 'webhook', senders)
  expect(sent.map(([to]) => to)).toEqual(['a@example.com', 'a@example.com', url])
})

test('a test message that goes nowhere says why', async () => {
  const member = await newMember()
  const { senders } = recorder()
  const refusal = { code: 'reminders_go_nowhere' }
  await expect(sendTestMessage(context(), member, 'webhook', senders)).rejects.toMatchObject(refusal)
  await save(member)
  const withoutServer = { webhook: senders.webhook }
  await expect(sendTestMessage(context(), member, 'email', withoutServer)).rejects.toMatchObject({
    code: 'email_not_set_up',
  })
})

test('a notification is told once over each channel, however many tell it at once', async () => {
  const member = await newMember()
  await save(member)
  const { senders, sent } = recorder()
  const tell = () => notifyWorkspace(context(), member.workspaceId, notification, { senders, onFailure: failTest })
  await Promise.all([tell(), tell(), tell()])
  await tell()
  expect(sent).toHaveLength(2)
  expect(new Set(sent.map(([to]) => to))).toEqual(new Set(['a@example.com', url]))
})

test('a channel that failed is tried again, and does not keep the other from being told', async () => {
  const member = await newMember()
  await save(member)
  const { senders, sent, fail } = recorder({ email: true })
  const failures: unknown[] = []
  const onFailure = (channel: string, error: unknown) => failures.push([channel, error])
  const tell = () => notifyWorkspace(context(), member.workspaceId, notification, { senders, onFailure })
  await tell()
  expect(sent).toEqual([[url, 'x/1']])
  expect(failures).toEqual([['email', expect.objectContaining({ code: 'email_failed' })]])
  fail.email = false
  await tell()
  expect(sent).toEqual([
    [url, 'x/1'],
    ['a@example.com', 'x/1'],
  ])
})

test('a workspace that named nobody is left in peace', async () => {
  const { workspaceId } = await newMember()
  const { senders, sent } = recorder()
  await notifyWorkspace(context(), workspaceId, notification, { senders, onFailure: failTest })
  expect(sent).toEqual([])
})

test('what was told is forgotten after half a year', async () => {
  const { workspaceId } = await newMember()
  const ago = (days: number) => new Date(Date.now() - days * 86_400_000)
  const sent = { workspaceId, channel: 'email' } as const
  await database()
    .insert(sentNotifications)
    .values([
      { ...sent, notificationId: 'old', sentAt: ago(181) },
      { ...sent, notificationId: 'new', sentAt: ago(179) },
    ])
  await forgetSentNotifications(database())
  const rows = await database().select().from(sentNotifications)
  expect(rows.filter((row) => row.workspaceId === workspaceId).map((row) => row.notificationId)).toEqual(['new'])
})

test.each([
  [['a@example.com', 'b@example.com'], undefined],
  [['a@example.com', 'b@'], '“b@” is not an e-mail address'],
  [['a@example.com\r\nBcc: c@example.com'], '“a@example.com\r\nBcc: c@example.com” is not an e-mail address'],
  [Array.from({ length: 21 }, (_, n) => `a${n}@example.com`), 'At most 20 addresses'],
])('of the addresses %j it is said: %s', (emails, message) => {
  const result = remindersInput.safeParse({ emails, webhookUrl: '' })
  expect(result.error?.issues.map((issue) => [issue.path.join('.'), issue.message])).toEqual(
    message === undefined ? undefined : [['emails', message]],
  )
})
