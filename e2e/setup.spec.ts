/** The setup wizard, from nothing to a passed test, as its people walk it. */
import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { signIn } from './journey'
import type { Server } from './server'

/** The panel that says what is known of the step on this page. */
const live = (page: Page) =>
  page.locator('section').filter({ has: page.getByRole('heading', { name: 'Checked live' }) })

const next = (page: Page, name: string) => page.getByRole('link', { name: `Next: ${name}` }).click()

async function beginSandboxSetup(page: Page, server: Server): Promise<string> {
  await signIn(page, server)
  await page.goto('/setup')
  await page.getByLabel('Sandbox').check()
  await expect(page.getByText('Found. Its tenant is')).toBeVisible()
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Register the app in Microsoft Entra ID' })).toBeVisible()
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

/** Another tab of the same person, in which the practice portal stands for Microsoft's. */
async function inPortal(page: Page, path: string, work: (portal: Page) => Promise<void>): Promise<void> {
  const portal = await page.context().newPage()
  await portal.goto(path)
  await work(portal)
  await portal.close()
}

async function registerApp(page: Page, name: string): Promise<string> {
  let clientId = ''
  await inPortal(page, '/sandbox/app-registrations', async (portal) => {
    await portal.getByLabel('Name', { exact: true }).fill(name)
    await portal.getByRole('button', { name: 'Register app' }).click()
    await expect(portal.getByRole('heading', { level: 2, name, exact: true })).toBeVisible()
    clientId = new URL(portal.url()).searchParams.get('app') ?? ''
  })
  return clientId
}

test('all six steps are walked from nothing to a passed test with a certificate that was made here', async ({
  page,
  server,
}) => {
  await beginSandboxSetup(page, server)
  await expect(live(page)).toContainText('Enter the Application (client) ID of the app.')
  const clientId = await registerApp(page, 'Wizard app')
  await page.getByLabel('Application (client) ID', { exact: true }).fill(clientId)
  await expect(live(page)).toContainText('Entra ID knows the app.')

  await next(page, 'Upload the certificate')
  await page.getByRole('button', { name: 'Generate' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill('Wizard certificate')
  await dialog.getByRole('button', { name: 'Generate' }).click()
  await expect(live(page)).toContainText('Entra ID does not know this certificate')
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Public .cer' }).click()
  const file = await readFile(await (await downloading).path())
  await inPortal(page, `/sandbox/certificates?app=${clientId}`, async (portal) => {
    await portal
      .getByLabel('Upload certificate')
      .setInputFiles({ name: 'wizard.cer', mimeType: 'application/pkix-cert', buffer: file })
    await portal.getByRole('button', { name: 'Upload', exact: true }).click()
    await expect(portal.getByText('The certificate is registered.')).toBeVisible()
  })
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(live(page)).toContainText('Entra ID took the signature of this certificate.')

  await next(page, 'Permissions')
  await page.getByLabel('Skip it').check()
  await expect(live(page)).toContainText('Skipped, which is fine.')

  await next(page, 'Add to the organization')
  await expect(live(page)).toContainText('The app is not a member of the organization')
  await inPortal(page, `/sandbox/users?app=${clientId}`, async (portal) => {
    await portal.getByRole('button', { name: 'Add to organization' }).click()
    await expect(portal.getByText('Member, access level Basic')).toBeVisible()
    await portal.getByLabel('Storefront').check()
    await expect(portal.getByLabel('Storefront')).toBeChecked()
  })
  await page.getByRole('button', { name: 'Check now' }).click()
  await expect(live(page)).toContainText('1 project: Storefront.')

  await next(page, 'Connection settings')
  await page.getByRole('button', { name: 'Save connection' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Generate a token and test the connection' })).toBeVisible()
  await page.getByRole('button', { name: 'Generate token' }).click()
  await expect(page.getByText('Entra ID issued a token')).toBeVisible()
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page.getByText('The connection works.', { exact: true })).toBeVisible()
  await expect(page.getByText('100 %')).toBeVisible()
  await page.getByRole('button', { name: 'End the setup' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'contoso' })).toBeVisible()
  await page.goto('/setup')
  await expect(page.getByText('Under way')).toBeHidden()
})
