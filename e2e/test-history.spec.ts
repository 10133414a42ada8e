import { readFile } from 'node:fs/promises'
import { expect, test } from './fixtures'
import { inspect } from './inspect'
import { generateCertificate, registerCertificate, saveConnection, signIn } from './journey'

test('a test that fails is held against the last good one, and can be sent to somebody without names', async ({
  page,
  server,
  browser,
}) => {
  test.setTimeout(180_000)
  await signIn(page, server)
  await generateCertificate(page, 'History certificate')
  await registerCertificate(page, 'History certificate')
  const path = await saveConnection(page, 'History', 'History certificate')
  await page.goto(`${path}/history`)
  await expect(page.getByRole('heading', { name: 'Not tested yet' })).toBeVisible()
  await inspect(page, 'history-empty')

  await page.goto(path)
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page.getByText('The connection works.', { exact: true })).toBeVisible()
  await page.goto('/sandbox/users')
  await page.getByRole('button', { name: 'Remove from organization' }).click()
  await expect(page.getByText('Not a member')).toBeVisible()
  await page.goto(path)
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page.locator('details', { hasText: 'TF401444' })).toHaveAttribute('open', '')

  await page.getByRole('navigation', { name: 'Connection' }).getByRole('link', { name: 'History' }).click()
  await expect(page.getByText('Nothing was wrong.')).toBeVisible()
  await page.getByLabel('How often').selectOption('Every hour')
  await expect(page.getByText('Kept.')).toBeVisible()
  await page.reload()
  await expect(page.getByLabel('How often')).toHaveValue('60')
  await inspect(page, 'history')
  await page.getByRole('listitem').filter({ hasText: 'TF401444' }).getByRole('link').click()
  const changes = page.locator('section', {
    has: page.getByRole('heading', { name: 'What changed since it last worked' }),
  })
  await expect(changes).toContainText('Azure DevOps knows the app')
  await expect(changes).toContainText('TF401444')
  await inspect(page, 'history-test')

  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Markdown without identifiers' }).click()
  const report = await readFile(await (await downloading).path(), 'utf8')
  expect(report).toContain('TF401444')
  expect(report).not.toContain('contoso')

  await page.getByLabel('Who is it for?').fill('Support')
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.locator('code').filter({ hasText: '/shared/reports/' }).textContent()
  await inspect(page, 'history-share')
  const helper = await (await browser.newContext()).newPage()
  const answer = await helper.goto(link ?? '')
  expect(answer?.headers()).toMatchObject({ 'referrer-policy': 'no-referrer' })
  expect(answer?.headers()['cache-control']).toContain('no-store')
  await expect(helper.locator('meta[name="robots"]')).toHaveAttribute('content', 'noindex, nofollow')
  await expect(helper.getByText('TF401444').first()).toBeVisible()
  await expect(helper.locator('body')).not.toContainText('contoso')
  await inspect(helper, 'shared-report')
  await page.reload()
  await expect(page.getByText('Opened once')).toBeVisible()
  await page.getByRole('button', { name: 'Take back the link for Support' }).click()
  await expect(page.getByText('Taken back')).toBeVisible()
  for (const address of [link ?? '', `/shared/reports/${'A'.repeat(43)}`]) {
    const refusal = await helper.goto(new URL(address, server.url).href)
    expect(refusal?.status()).toBe(404)
    await expect(helper.getByRole('heading', { level: 1, name: 'This link does not work' })).toBeVisible()
  }
  await helper.context().close()

  await page.goto('/sandbox/users')
  await page.getByRole('button', { name: 'Add to organization' }).click()
  await expect(page.getByText('Member, access level Basic')).toBeVisible()
})
