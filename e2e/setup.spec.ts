/** The setup wizard, from nothing to a passed test, as its people walk it. */
import { execFile } from 'node:child_process'
import { mkdtemp, readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { type Browser, expect, type Page } from '@playwright/test'
import { control } from './control'
import { test } from './fixtures'
import { signIn } from './journey'
import type { Server } from './server'

/** The panel that says what is known of a step. */
const live = (page: Page) => page.locator('section:has(> header h2:text("Checked live"))')

const next = (page: Page, name: string) => page.getByRole('link', { name: `Next: ${name}` }).click()
const checkNow = (page: Page) => page.getByRole('button', { name: 'Check now' }).first().click()
const clientIdField = (page: Page) => page.getByLabel('Application (client) ID', { exact: true })

interface Begun {
  /** Who else has to help, by the right that is unchecked. */
  readonly without?: readonly RegExp[]
}

async function beginSandboxSetup(page: Page, server: Server, { without = [] }: Begun = {}): Promise<string> {
  await signIn(page, server)
  await page.goto('/setup')
  await page.getByLabel('Sandbox').check()
  for (const right of without) await page.getByLabel(right).uncheck()
  await expect(page.getByText('Found. Its tenant is')).toBeVisible()
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Register the app in Microsoft Entra ID' })).toBeVisible()
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

interface App {
  readonly clientId: string
  readonly objectId: string
  readonly servicePrincipalObjectId: string
}

/** What people do at Microsoft's portals, which a script does here in their place. */
function portals(server: Server) {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await control(server, method, path, body)
    expect(answer.status, `${method} ${path}`).toBeLessThan(300)
    return answer.status === 204 ? undefined : answer.json()
  }
  return {
    register: async (displayName: string) => (await ask('POST', '/apps', { displayName })) as App,
    change: ({ clientId }: App, changes: object) => ask('PATCH', `/apps/${clientId}`, changes),
    remove: ({ clientId }: App) => ask('DELETE', `/apps/${clientId}`),
    async upload(page: Page, { clientId }: App) {
      const downloading = page.waitForEvent('download')
      await page.getByRole('link', { name: 'Public .cer' }).click()
      const file = await readFile(await (await downloading).path())
      await ask('POST', `/apps/${clientId}/certificates`, { file: file.toString('base64') })
    },
    skewClock: (seconds: number) => ask('PUT', '/faults', { faults: [{ kind: 'clock skew', seconds }] }),
    calm: () => ask('POST', '/calm'),
  }
}

async function generate(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Generate' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill(name)
  await dialog.getByRole('button', { name: 'Generate' }).click()
  await expect(dialog).toBeHidden()
}

async function saveAndTest(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save connection' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Generate a token and test the connection' })).toBeVisible()
  await page.getByRole('button', { name: 'Generate token' }).click()
  await expect(page.getByText('Entra ID issued a token')).toBeVisible()
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page.getByText('The connection works.', { exact: true })).toBeVisible()
}

/** Steps 1 to 4 by somebody who may do all of them, up to the settings. */
async function doFourSteps(page: Page, server: Server, withCertificate: () => Promise<void>): Promise<App> {
  const portal = portals(server)
  await expect(live(page)).toContainText('Enter the Application (client) ID of the app.')
  const app = await portal.register('Wizard app')
  await clientIdField(page).fill(app.clientId)
  await expect(live(page)).toContainText('Entra ID knows the app.')
  await next(page, 'Upload the certificate')
  await withCertificate()
  await expect(live(page)).toContainText('Entra ID does not know this certificate')
  await portal.upload(page, app)
  await checkNow(page)
  await expect(live(page)).toContainText('Entra ID took the signature of this certificate.')
  await next(page, 'Permissions')
  await page.getByLabel('Skip it').check()
  await expect(live(page)).toContainText('Skipped, which is fine.')
  await next(page, 'Add to the organization')
  await expect(live(page)).toContainText('The app is not a member of the organization')
  await portal.change(app, { isMember: true, projects: ['Storefront'] })
  await checkNow(page)
  await expect(live(page)).toContainText('1 project: Storefront.')
  await next(page, 'Connection settings')
  return app
}

test('all six steps are walked from nothing to a passed test with a certificate that was made here', async ({
  page,
  server,
}) => {
  await beginSandboxSetup(page, server)
  await doFourSteps(page, server, () => generate(page, 'Wizard certificate'))
  await saveAndTest(page)
  await expect(page.getByText('100 %')).toBeVisible()
  await page.getByRole('button', { name: 'End the setup' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'contoso' })).toBeVisible()
  await page.goto('/setup')
  await expect(page.getByText('Under way')).toBeHidden()
})

test('all six steps are walked with a certificate that was imported', async ({ page, server }) => {
  const folder = await mkdtemp(join(tmpdir(), 'certboard-setup-'))
  const openssl = (...args: string[]) => promisify(execFile)('openssl', args, { cwd: folder })
  await openssl(
    ...['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-days', '90'],
    ...['-subj', '/CN=imported', '-keyout', 'key.pem', '-out', 'cert.pem'],
  )
  await openssl(
    ...['pkcs12', '-export', '-inkey', 'key.pem', '-in', 'cert.pem'],
    ...['-out', 'pair.pfx', '-passout', 'pass:geheim'],
  )
  await beginSandboxSetup(page, server)
  await doFourSteps(page, server, async () => {
    await page.getByRole('button', { name: 'Import' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('File', { exact: true }).setInputFiles(join(folder, 'pair.pfx'))
    await dialog.getByLabel('Password').fill('geheim')
    await dialog.getByLabel('Name', { exact: true }).fill('Imported certificate')
    await dialog.getByRole('button', { name: 'Import' }).click()
    await expect(dialog).toBeHidden()
  })
  await saveAndTest(page)
})

test('all six steps are walked on a phone', async ({ page, server }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await beginSandboxSetup(page, server)
  await doFourSteps(page, server, () => generate(page, 'Phone certificate'))
  await saveAndTest(page)
})

/** Opens a link as somebody else does: in a browser that has never been here. */
async function openLink(browser: Browser, link: string): Promise<Page> {
  const page = await (await browser.newContext({ acceptDownloads: true })).newPage()
  await page.goto(link)
  await page.getByRole('button', { name: 'Continue' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Help with a connection' })).toBeVisible()
  await expect(page).toHaveURL(/\/hand-off\/[0-9a-f-]{36}$/)
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
  const portal = portals(server)
  const id = await beginSandboxSetup(page, server, { without: [/register apps/, /add users/] })
  await page.goto(`/setup/${id}/certificate`)
  await generate(page, 'Handed on')
  await expect(page.getByRole('link', { name: 'Public .cer' })).toBeVisible()

  await page.goto(`/setup/${id}/register-app`)
  const entra = await openLink(browser, await makeLink(page))
  await expect(page.getByText('Opened', { exact: true })).toBeVisible()
  await expect(entra.getByRole('heading', { level: 2, name: 'Add the app to the organization' })).toBeHidden()
  const app = await portal.register('Handed on')
  await clientIdField(entra).fill(app.clientId)
  await expect(clientIdField(page)).toHaveValue(app.clientId)
  await portal.upload(entra, app)
  await entra.getByLabel('Step 2 is done').check()
  await expect(page.getByText('Marked as done: 2')).toBeVisible()
  await expect(live(page)).toContainText('Entra ID knows the app and signed it in.')
  await expect(live(entra).nth(1)).toContainText('Entra ID took the signature of this certificate.')

  await page.goto(`/setup/${id}/organization`)
  const administrator = await openLink(browser, await makeLink(page))
  await expect(administrator.getByRole('heading', { level: 2, name: 'Upload the client certificate' })).toBeHidden()
  await expect(live(administrator)).toContainText('The app is not a member of the organization')
  await portal.change(app, { isMember: true, projects: ['Storefront'] })
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
  const link = await makeLink(page)
  const helper = await openLink(browser, link)
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

test('a setup is kept when its page is closed, and several are under way at once', async ({ page, server }) => {
  const first = await beginSandboxSetup(page, server)
  await clientIdField(page).fill('11111111-2222-4333-8444-555555555555')
  await page.goto('/setup')
  await page.getByLabel('Sandbox').check()
  await expect(page.getByText('Found. Its tenant is')).toBeVisible()
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(clientIdField(page)).toHaveValue('')
  await server.restart()
  await page.goto(`/setup/${first}/register-app`)
  await expect(clientIdField(page)).toHaveValue('11111111-2222-4333-8444-555555555555')
  await page.goto('/setup')
  await expect(page.getByRole('listitem').filter({ hasText: 'contoso' })).toHaveCount(2)
  await page.getByRole('button', { name: 'Remove the setup contoso' }).first().click()
  await expect(page.getByRole('listitem').filter({ hasText: 'contoso' })).toHaveCount(1)
  expect((await page.goto(`/setup/${first}/register-app`))?.status()).toBe(404)
})
