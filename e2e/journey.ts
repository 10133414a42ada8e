/** The steps of a newcomer, as a person takes them. Each leaves the page where the next one begins. */
import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { untilHydrated } from './fixtures'
import type { Server } from './server'

export async function signIn(page: Page, server: Server): Promise<void> {
  await page.goto(await server.newSignInLink())
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
  await expect(page).toHaveURL(`${server.url}/`)
  await untilHydrated(page)
}

export async function generateCertificate(page: Page, name: string): Promise<void> {
  await page.goto('/certificates')
  await page.getByRole('button', { name: 'Generate' }).first().click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill(name)
  await dialog.getByRole('button', { name: 'Generate' }).click()
  await expect(page.getByRole('heading', { name })).toBeVisible()
}

/** Downloads the public file and uploads it in the practice portal, as one does in the real one. */
export async function registerCertificate(page: Page, name: string): Promise<void> {
  await page.goto('/certificates')
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name }) })
  const downloading = page.waitForEvent('download')
  await card.getByRole('link', { name: 'Public .cer' }).click()
  const file = await (await downloading).path()
  await page.goto('/sandbox/certificates')
  await page.getByLabel('Upload certificate').setInputFiles({
    name: 'certboard.cer',
    mimeType: 'application/pkix-cert',
    buffer: await readFile(file),
  })
  await page.getByRole('button', { name: 'Upload', exact: true }).click()
  await expect(page.getByText('The certificate is registered.')).toBeVisible()
}

/** A sandbox connection that uses the certificate of that name, as the practice app or another; gives its path. */
export async function saveConnection(
  page: Page,
  name: string,
  certificate: string,
  clientId?: string,
): Promise<string> {
  await page.goto('/connections/new')
  await page.getByLabel('Sandbox').check()
  await page.getByLabel('Name', { exact: true }).fill(name)
  if (clientId) await page.getByLabel('Client ID').fill(clientId)
  const option = page.getByLabel('Certificate', { exact: true }).locator('option', { hasText: certificate })
  await page.getByLabel('Certificate', { exact: true }).selectOption((await option.getAttribute('value')) ?? '')
  await page.getByRole('button', { name: 'Save connection' }).click()
  await expect(page.getByRole('heading', { level: 1, name })).toBeVisible()
  return new URL(page.url()).pathname
}
