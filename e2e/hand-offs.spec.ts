/** Hand-off links: what helpers without an account do, and what the one who asked sees of it. */
import { type Browser, expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import {
  beginSandboxSetup,
  clientIdField,
  generate,
  live,
  next,
  publicFile,
  saveAndTest,
  script,
} from './setup-journey'

/** Opens a link as somebody else does: in a browser that has never been here. */
async function openLink(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext({ acceptDownloads: true })).newPage()
  await page.goto(link)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page).toHaveURL(/\/hand-off\/[0-9a-f-]{36}$/)
  await expect(page.getByRole('heading', { level: 1, name: 'Help with a connection' })).toBeVisible()
  return page
}

async function makeLink(page: Page): Promise<string> {
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = page.locator('code').filter({ hasText: '/hand-off#' })
  await expect(link).toBeVisible()
  return (await link.textContent()) ?? ''
}

test('two helpers without an account do their steps by links, and the one who asked sees it live', async ({
  page,
  server,
  browser,
}) => {
  test.setTimeout(120_000)
  const portals = script(server)
  const id = await beginSandboxSetup(page, server, { without: [/register apps/, /add users/] })
  await page.goto(`/setup/${id}/certificate`)
  await generate(page, 'Handed on')
  await expect(page.getByRole('link', { name: 'Public .cer' })).toBeVisible()

  await page.goto(`/setup/${id}/register-app`)
  const entra = await openLink(browser, await makeLink(page))
  await expect(page.getByText('Opened', { exact: true })).toBeVisible()
  await expect(entra.getByRole('heading', { level: 2, name: 'Add the app to the organization' })).toBeHidden()
  const app = await portals.register('Handed on')
  await clientIdField(entra).fill(app.clientId)
  await expect(clientIdField(page)).toHaveValue(app.clientId)
  await portals.upload(app, await publicFile(entra))
  await entra.getByLabel('Step 2 is done').check()
  await expect(page.getByText('Marked as done: 2')).toBeVisible()
  await expect(live(page)).toContainText('Entra ID knows the app and signed it in.')
  await expect(live(entra).nth(1)).toContainText('Entra ID took the signature of this certificate.')

  await page.goto(`/setup/${id}/organization`)
  const administrator = await openLink(browser, await makeLink(page))
  await expect(administrator.getByRole('heading', { level: 2, name: 'Upload the client certificate' })).toBeHidden()
  await expect(live(administrator)).toContainText('The app is not a member of the organization')
  await portals.addToOrganization(app)
  await administrator.getByLabel('Step 4 is done').check()
  await expect(live(administrator)).toContainText('1 project: Storefront.')
  await expect(live(page)).toContainText('1 project: Storefront.')

  await next(page, 'Connection settings')
  await saveAndTest(page)
  for (const helper of [entra, administrator]) await helper.context().close()
})

test('a link that was taken back opens nothing, and neither does one that nobody made', async ({
  page,
  server,
  browser,
}) => {
  await beginSandboxSetup(page, server, { without: [/register apps/] })
  const helper = await openLink(browser, await makeLink(page))
  await page.getByRole('button', { name: 'Take back' }).click()
  await expect(page.getByText('Taken back')).toBeVisible()
  await helper.reload()
  await expect(helper.getByRole('heading', { level: 1, name: 'This link was taken back' })).toBeVisible()
  await helper.goto(`${server.url}/hand-off#${'A'.repeat(43)}`)
  await helper.getByRole('button', { name: 'Continue' }).click()
  await expect(helper.getByText('This link does not work')).toBeVisible()
  await helper.goto(`${server.url}/hand-off/${crypto.randomUUID()}`)
  await expect(helper.getByRole('heading', { level: 1, name: 'This link does not work' })).toBeVisible()
  await helper.context().close()
})
