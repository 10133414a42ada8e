/** The setup wizard, from nothing to a passed test, as its people walk it. */
import { expect } from '@playwright/test'
import { test } from './fixtures'
import { signIn } from './journey'
import { makePfx } from './pair'
import { beginSandboxSetup, clientIdField, doFourSteps, generate, practicePortal, saveAndTest } from './setup-journey'

test('all six steps are walked from nothing to a passed test with a certificate that was made here', async ({
  page,
  server,
}) => {
  await beginSandboxSetup(page, server)
  const withCertificate = () => generate(page, 'Wizard certificate')
  await doFourSteps(page, { portals: practicePortal(page), withCertificate })
  await saveAndTest(page)
  await expect(page.getByText('100 %')).toBeVisible()
  await page.getByRole('button', { name: 'End the setup' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'contoso' })).toBeVisible()
  await page.goto('/setup')
  await expect(page.getByText('Under way')).toBeHidden()
})

test('all six steps are walked with a certificate that was imported', async ({ page, server }) => {
  const pfx = makePfx('geheim')
  await beginSandboxSetup(page, server)
  async function withCertificate() {
    await page.getByRole('button', { name: 'Import' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('File', { exact: true }).setInputFiles(pfx)
    await dialog.getByLabel('Password').fill('geheim')
    await dialog.getByLabel('Name', { exact: true }).fill('Imported certificate')
    await dialog.getByRole('button', { name: 'Import' }).click()
    await expect(dialog).toBeHidden()
  }
  await doFourSteps(page, { portals: practicePortal(page), withCertificate })
  await saveAndTest(page)
})

test('all six steps are walked on a phone', async ({ page, server }) => {
  await page.setViewportSize({ width: 390, height: 844 })
  await beginSandboxSetup(page, server)
  const withCertificate = () => generate(page, 'Phone certificate')
  await doFourSteps(page, { portals: practicePortal(page), withCertificate })
  await saveAndTest(page)
})

test('when the browser has no room for another setup it is said, and nothing under way is lost', async ({
  page,
  server,
}) => {
  await signIn(page, server)
  await page.goto('/setup')
  const begin = (name: string) =>
    page.request.post('/api/setup/drafts', { data: { name }, headers: { origin: server.url } })
  const names = ['One', 'Two', 'Three', 'Four']
  for (const name of names) {
    const begun = await begin(name)
    expect(begun.status()).toBe(200)
    const { id } = (await begun.json()) as { id: string }
    const grown = { appName: 'x'.repeat(300), clientId: 'y'.repeat(200) }
    await page.request.patch(`/api/setup/drafts/${id}`, { data: grown, headers: { origin: server.url } })
  }
  await expect.poll(async () => (await begin('One more')).status(), { message: 'the room ends' }).toBe(422)
  await page.reload()
  for (const name of names) await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
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
