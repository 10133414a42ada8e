/** Owners say whom to remind, and a test message arrives there: at a mail server and a webhook on this machine. */
import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { expect, test } from './fixtures'
import { inspect, watch } from './inspect'
import { signIn } from './journey'
import { startServer } from './server'

const textOf = async (stream: AsyncIterable<Buffer>): Promise<string> => {
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk)
  return Buffer.concat(chunks).toString()
}

async function receivers() {
  const mails: string[] = []
  const posts: Pick<IncomingMessage, 'headers'>[] = []
  const mailServer = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    async onData(stream, _session, done) {
      mails.push(await textOf(stream))
      done()
    },
  })
  const hook = createServer(async (request, response) => {
    await textOf(request)
    posts.push({ headers: request.headers })
    response.writeHead(204).end()
  })
  await Promise.all([
    once(mailServer.listen(0, '127.0.0.1'), 'listening'),
    once(hook.listen(0, '127.0.0.1'), 'listening'),
  ])
  const close = () => {
    mailServer.close()
    hook.close()
    hook.closeAllConnections()
  }
  const mailPort = (mailServer.server.address() as AddressInfo).port
  return { mails, posts, close, mailPort, hookPort: (hook.address() as AddressInfo).port }
}

test('an owner names addresses and a webhook, and a test message arrives at both', async ({ page }) => {
  test.setTimeout(120_000)
  const { mails, posts, close, mailPort, hookPort } = await receivers()
  const variables = {
    SMTP_URL: `smtp://127.0.0.1:${mailPort}`,
    SMTP_FROM: 'certboard@example.com',
    WEBHOOK_HOSTS: 'any',
  }
  const server = await startServer({ variables })
  const complaints = watch(page)
  await signIn(page, server)
  await page.getByRole('link', { name: 'Reminders' }).click()
  await page.getByLabel('E-mail addresses').fill('team@example.com, nonsense')
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText('“nonsense” is not an e-mail address').first()).toBeVisible()
  await inspect(page, 'reminders-refused')
  await page.getByLabel('E-mail addresses').fill('team@example.com, boss@example.com')
  await page.getByLabel('Webhook').fill(`http://127.0.0.1:${hookPort}/hook`)
  await page.getByRole('button', { name: 'Save' }).click()
  await expect(page.getByText(/^whsec_/)).toBeVisible()
  await page.getByRole('button', { name: 'Send a test message' }).click()
  await expect(page.getByText('The mail server has taken the e-mail')).toBeVisible()
  await expect(page.getByText('The webhook has taken the message')).toBeVisible()
  await inspect(page, 'reminders-tested')
  expect(mails).toHaveLength(1)
  expect(mails[0]).toContain('Subject: Test message from Certboard')
  expect(posts[0]?.headers['webhook-signature']).toMatch(/^v1,/)

  await page.reload()
  await expect(page.getByLabel('E-mail addresses')).toHaveValue('team@example.com\nboss@example.com')
  await expect(page.getByText(/^whsec_/)).toBeHidden()
  expect(complaints.filter((text) => !text.includes('400'))).toEqual([])
  await server.stop()
  close()
})
