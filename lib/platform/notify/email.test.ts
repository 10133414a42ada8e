import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer, type SMTPServerOptions } from 'smtp-server'
import { afterEach, expect, test } from 'vitest'
import { sendEmail } from './email'

const from = 'certboard@example.com'
const notification = {
  id: 'certificate.expires/1/7',
  type: 'certificate.expires',
  subject: 'Zertifikat läuft ab\r\nBcc: everybody@example.com',
  text: 'Noch 7 Tage.\n\nhttps://certboard.example/connections/1',
  data: {},
}

const servers: SMTPServer[] = []
afterEach(() => {
  for (const server of servers.splice(0)) server.close()
})

/** A real mail server on this machine, and what it has taken. */
async function mailServer(options: SMTPServerOptions = {}) {
  const mails: { readonly to: string[]; readonly from: string; readonly source: string }[] = []
  const passwords: unknown[] = []
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onAuth({ username, password }, _session, done) {
      passwords.push(password)
      if (password === 'right') done(null, { user: username })
      else done(new Error('Invalid username or password'))
    },
    onRcptTo({ address }, _session, done) {
      done(address.startsWith('nobody@') ? Object.assign(new Error('No such mailbox'), { responseCode: 550 }) : null)
    },
    async onData(stream, { envelope }, done) {
      const chunks: Buffer[] = []
      for await (const chunk of stream) chunks.push(chunk)
      mails.push({
        to: envelope.rcptTo.map(({ address }) => address),
        from: envelope.mailFrom ? envelope.mailFrom.address : '',
        source: Buffer.concat(chunks).toString(),
      })
      done()
    },
    ...options,
  })
  server.on('error', () => undefined)
  servers.push(server)
  await once(server.listen(0, '127.0.0.1'), 'listening')
  return { host: `127.0.0.1:${(server.server.address() as AddressInfo).port}`, mails, passwords }
}

test('one e-mail reaches everybody, from the address that the operator gave, and says that no person wrote it', async () => {
  const { host, mails } = await mailServer()
  await expect(
    sendEmail({ url: `smtp://${host}`, from }, ['a@example.com', 'b@example.com'], notification),
  ).resolves.toEqual([])
  expect(mails).toHaveLength(1)
  expect(mails[0]).toMatchObject({ from, to: ['a@example.com', 'b@example.com'] })
  expect(mails[0]?.source).toMatch(/^Auto-Submitted: auto-generated\r$/m)
  expect(mails[0]?.source).toContain('https://certboard.example/connections/1')
})

test('a subject cannot smuggle in another header', async () => {
  const { host, mails } = await mailServer()
  await sendEmail({ url: `smtp://${host}`, from }, ['a@example.com'], notification)
  expect(mails[0]?.source).not.toMatch(/^Bcc:/im)
  expect(mails[0]?.to).toEqual(['a@example.com'])
})

test('the addresses that the mail server refuses are told, and the others are served', async () => {
  const { host, mails } = await mailServer()
  const to = ['a@example.com', 'nobody@example.com']
  await expect(sendEmail({ url: `smtp://${host}`, from }, to, notification)).resolves.toEqual(['nobody@example.com'])
  expect(mails[0]?.to).toEqual(['a@example.com'])
})

test('when the mail server refuses them all, what it said is told', async () => {
  const { host } = await mailServer()
  await expect(sendEmail({ url: `smtp://${host}`, from }, ['nobody@example.com'], notification)).rejects.toMatchObject({
    code: 'email_failed',
    evidence: [
      { label: 'Mail server', value: host },
      { label: 'Reason', value: 'EENVELOPE' },
      { label: 'Answer', value: expect.stringContaining('No such mailbox') },
    ],
  })
})

test('a mail server that is not there is told by its name', async () => {
  const failing = sendEmail({ url: 'smtp://127.0.0.1:1', from }, ['a@example.com'], notification)
  await expect(failing).rejects.toMatchObject({
    code: 'email_failed',
    evidence: [{ label: 'Mail server', value: '127.0.0.1:1' }, { label: 'Reason' }, { label: 'Answer' }],
  })
})

test('a password is not sent to a mail server that offers no encryption, and stands in no error', async () => {
  const { host, passwords, mails } = await mailServer()
  const failure = await sendEmail({ url: `smtp://me:right@${host}`, from }, ['a@example.com'], notification).catch(
    (error: unknown) => error,
  )
  expect(failure).toMatchObject({ code: 'email_failed' })
  expect(JSON.stringify(failure)).not.toContain('right')
  expect(passwords).toEqual([])
  expect(mails).toEqual([])
})
