/** What holds for every screen: no accessibility violation (WCAG 2.2 AA), no blocked script or style, no sideways scroll. */
import { expect, test } from './fixtures'
import { inspect, watch } from './inspect'
import { generateCertificate, registerCertificate, saveConnection, signIn } from './journey'
import { pemFile, twoPairs } from './pair'

/** What the browser says of answers that were refused on purpose is no complaint. */
const unexpected = (complaints: readonly string[]) =>
  complaints.filter((text) => !text.includes('422') && !text.includes('400'))

test('every screen of certificates is accessible, and nothing on it is blocked, in both themes and at both widths', async ({
  page,
  server,
}) => {
  test.setTimeout(300_000)
  const complaints = watch(page)
  await page.goto('/sign-in')
  await inspect(page, 'sign-in')
  await signIn(page, server)
  await inspect(page, 'home-empty')
  await page.goto('/certificates')
  await inspect(page, 'certificates-empty')
  await generateCertificate(page, 'Azure DevOps, production')
  await inspect(page, 'certificates')
  await page.getByRole('button', { name: 'Generate' }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await inspect(page, 'generate-dialog')
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Import' }).first().click()
  await expect(page.getByRole('dialog')).toBeVisible()
  await inspect(page, 'import-dialog')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('File', { exact: true }).setInputFiles(pemFile('letter.pem', 'Dear reader'))
  await dialog.getByRole('button', { name: 'Import' }).click()
  await expect(dialog.getByText('certificate_file_unreadable')).toBeVisible()
  await inspect(page, 'import-refused')
  await dialog.getByLabel('File', { exact: true }).setInputFiles(pemFile('two.pem', twoPairs('one', 'two')))
  await dialog.getByRole('button', { name: 'Import' }).click()
  await dialog.getByLabel('CN=two').check()
  await inspect(page, 'import-choice')
  await page.goto('/reminders')
  await inspect(page, 'reminders')
  expect(unexpected(complaints)).toEqual([])
})

test('every screen of connections is accessible, and nothing on it is blocked, in both themes and at both widths', async ({
  page,
  server,
}) => {
  test.setTimeout(300_000)
  const complaints = watch(page)
  await signIn(page, server)
  await generateCertificate(page, 'Azure DevOps, connecting')
  await page.goto('/work-items')
  await inspect(page, 'work-items-empty')
  await page.goto('/sandbox')
  await inspect(page, 'sandbox')
  await page.goto('/connections/new')
  await page.getByLabel('Sandbox').check()
  await page.getByRole('button', { name: 'Save connection' }).click()
  await inspect(page, 'setup-form')
  const path = await saveConnection(page, 'Contoso', 'Azure DevOps, connecting')
  await inspect(page, 'connection-untested')
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page.locator('details', { hasText: 'AADSTS700027' })).toHaveAttribute('open', '')
  await inspect(page, 'connection-failed')
  await registerCertificate(page, 'Azure DevOps, connecting')
  await inspect(page, 'sandbox-registered')
  await page.goto(path)
  await page.getByRole('button', { name: 'Generate token' }).click()
  await expect(page.getByText('Entra ID issued a token')).toBeVisible()
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page.getByText('The connection works.', { exact: true })).toBeVisible()
  await inspect(page, 'connection-passed')
  expect(unexpected(complaints)).toEqual([])
})

test('every screen of work items and help is accessible, and nothing on it is blocked, in both themes and at both widths', async ({
  page,
  server,
}) => {
  test.setTimeout(300_000)
  const complaints = watch(page)
  await signIn(page, server)
  await generateCertificate(page, 'Azure DevOps, reading')
  await registerCertificate(page, 'Azure DevOps, reading')
  await saveConnection(page, 'Reading', 'Azure DevOps, reading')
  await page.goto('/')
  await inspect(page, 'home')
  await page.goto('/activity')
  await inspect(page, 'activity')
  await page.goto('/work-items')
  await page.getByLabel('Connection').selectOption({ label: 'Reading' })
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.getByRole('row').nth(1)).toContainText(/\w/)
  await inspect(page, 'work-items')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByRole('row').nth(1).click()
  await expect(page.getByRole('complementary', { name: /^Work item \d+$/ })).toBeVisible()
  await inspect(page, 'work-item')
  await page.goto('/work-items')
  await page.getByLabel('Connection').selectOption({ label: 'Reading' })
  await page.getByLabel('Query (WIQL)').fill('SELECT [System.Id] FROM WorkItems WHERE [Colour] = 1')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.getByText('TF51005').first()).toBeVisible()
  await inspect(page, 'work-items-error')
  await page.goto('/help/AADSTS700027')
  await inspect(page, 'help-code')
  await page.goto('/help')
  await inspect(page, 'help')
  expect(unexpected(complaints)).toEqual([])
})

test('every page of the practice portal is accessible too', async ({ page, server }) => {
  test.setTimeout(300_000)
  const complaints = watch(page)
  await signIn(page, server)
  for (const name of ['app-registrations', 'certificates', 'permissions', 'users', 'projects']) {
    await page.goto(`/sandbox/${name}`)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    await inspect(page, `sandbox-${name}`)
  }
  expect(complaints).toEqual([])
})
