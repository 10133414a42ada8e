/** A certificate takes another's place without a break, by hand, with the practice portal as Microsoft's. */
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { inspect, watch } from './inspect'
import { generateCertificate, registerCertificate, saveConnection, signIn } from './journey'

/** Deletes the certificate of that name from the app, found by its thumbprint as people find it. */
async function removeFromPortal(page: Page, name: string): Promise<void> {
  const certificates: { name: string; thumbprintSha1: string }[] = await (
    await page.request.get('/api/certificates')
  ).json()
  const thumbprint = certificates.find((one) => one.name === name)?.thumbprintSha1 ?? 'none'
  await page.goto('/sandbox/certificates')
  const row = page.getByRole('listitem').filter({ hasText: thumbprint })
  await row.getByRole('button', { name: /^Remove/ }).click()
  await expect(row).toBeHidden()
}

test('a connection rotates its certificate, says what is missing, and each step can be taken back', async ({
  page,
  server,
}) => {
  test.setTimeout(240_000)
  const complaints = watch(page)
  await signIn(page, server)
  await generateCertificate(page, 'Old')
  await registerCertificate(page, 'Old')
  await generateCertificate(page, 'Young')
  const path = await saveConnection(page, 'Contoso', 'Old')

  await page.getByRole('link', { name: 'Rotate', exact: true }).click()
  await inspect(page, 'rotation-choose')
  const option = page.getByLabel('Next certificate').locator('option', { hasText: 'Young' })
  await page.getByLabel('Next certificate').selectOption((await option.getAttribute('value')) ?? '')
  await page.getByRole('button', { name: 'Begin the rotation' }).click()

  await page.getByRole('button', { name: 'Check the upload' }).click()
  await expect(page.getByText('The next certificate is not uploaded yet')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Switch to the next certificate' })).toBeDisabled()
  await inspect(page, 'rotation-not-uploaded')

  await registerCertificate(page, 'Young')
  await page.goto(`${path}/rotation`)
  await page.getByRole('button', { name: 'Try both' }).click()
  await expect(page.getByText('The current certificate works')).toBeVisible()
  await expect(page.getByText('The next certificate works')).toBeVisible()
  await inspect(page, 'rotation-tried')
  await page.getByRole('button', { name: 'Switch to the next certificate' }).click()
  await expect(page.getByRole('heading', { name: 'Grace period' })).toBeVisible()

  await page.getByRole('button', { name: 'Switch back' }).click()
  await expect(page.getByRole('heading', { name: '2. Try it' })).toBeVisible()
  await page.getByRole('button', { name: 'Check the upload' }).click()
  await page.getByRole('button', { name: 'Switch to the next certificate' }).click()
  await expect(page.getByRole('heading', { name: 'Grace period' })).toBeVisible()

  await removeFromPortal(page, 'Young')
  await page.goto(path)
  await page.getByRole('button', { name: 'Generate token' }).click()
  await expect(page.getByText('the previous one helped out')).toBeVisible()
  await page.goto(`${path}/rotation`)
  await expect(page.getByText('The old certificate had to help out')).toBeVisible()
  await inspect(page, 'rotation-helped-out')
  await page.getByRole('button', { name: 'Retire the old certificate' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: 'Retire it' }).click()
  await expect(dialog.getByText('AADSTS700027', { exact: true })).toBeVisible()

  await registerCertificate(page, 'Young')
  await page.goto(`${path}/rotation`)
  await page.getByRole('button', { name: 'Retire the old certificate' }).click()
  await inspect(page, 'rotation-retire')
  await dialog.getByRole('button', { name: 'Retire it' }).click()
  await expect(page.getByText('The rotation is done')).toBeVisible()
  await inspect(page, 'rotation-done')

  await removeFromPortal(page, 'Old')
  await page.goto(path)
  await page.getByRole('button', { name: 'Generate token' }).click()
  await expect(page.getByText('Entra ID issued a token')).toBeVisible()
  await expect(page.getByText('the previous one helped out')).toBeHidden()
  expect(complaints.filter((text) => !/40[0-9]|422/.test(text))).toEqual([])
})
