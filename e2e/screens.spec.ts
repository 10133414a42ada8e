/** What holds for every screen: no accessibility violation (WCAG 2.2 AA), no blocked script or style, no sideways scroll. */
import AxeBuilder from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { generateCertificate, registerCertificate, saveConnection, signIn } from './journey'
import { pemFile, twoPairs } from './pair'

const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const themes = ['light', 'dark'] as const
const sizes = [
  { width: 1280, height: 900 },
  { width: 390, height: 844 },
]
/** Where to put pictures of every screen, for people to look at; none are taken without it. */
const folder = process.env.SCREENSHOTS

/** Messages of the browser that mean a page is broken: blocked by the policy, or failed while it became interactive. */
function watch(page: Page): string[] {
  const complaints: string[] = []
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text())
  })
  page.on('pageerror', (error) => complaints.push(error.message))
  return complaints
}

async function inspect(page: Page, name: string): Promise<void> {
  for (const colorScheme of themes) {
    for (const size of sizes) {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
      await page.setViewportSize(size)
      const where = `${name}, ${colorScheme}, ${size.width} px`
      const { violations } = await new AxeBuilder({ page }).withTags(wcag).analyze()
      expect(
        violations.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(' ')}`),
        where,
      ).toEqual([])
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
      expect(overflow, `${where} scrolls sideways`).toBeLessThanOrEqual(0)
      if (folder) await page.screenshot({ path: `${folder}/${name}-${size.width}-${colorScheme}.png`, fullPage: true })
    }
  }
}

test('every screen is accessible, and nothing on it is blocked, in both themes and at both widths', async ({
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
  await page.goto('/work-items')
  await inspect(page, 'work-items-empty')
  await page.goto('/sandbox')
  await inspect(page, 'sandbox')
  await page.goto('/connections/new')
  await page.getByLabel('Sandbox').check()
  await page.getByRole('button', { name: 'Save connection' }).click()
  await inspect(page, 'setup-form')
  const path = await saveConnection(page, 'Contoso', 'Azure DevOps, production')
  await inspect(page, 'connection-untested')
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page.locator('details', { hasText: 'AADSTS700027' })).toHaveAttribute('open', '')
  await inspect(page, 'connection-failed')
  await registerCertificate(page, 'Azure DevOps, production')
  await inspect(page, 'sandbox-registered')
  await page.goto(path)
  await page.getByRole('button', { name: 'Generate token' }).click()
  await expect(page.getByText('Entra ID issued a token')).toBeVisible()
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page.getByText('The connection works.', { exact: true })).toBeVisible()
  await inspect(page, 'connection-passed')
  await page.goto('/')
  await inspect(page, 'home')
  await page.goto('/work-items')
  await page.getByLabel('Connection').selectOption({ label: 'Contoso' })
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.getByRole('row').nth(1)).toContainText(/\w/)
  await inspect(page, 'work-items')
  await page.setViewportSize({ width: 1280, height: 900 })
  await page.getByRole('row').nth(1).click()
  await expect(page.getByRole('complementary', { name: /^Work item \d+$/ })).toBeVisible()
  await inspect(page, 'work-item')
  await page.goto('/work-items')
  await page.getByLabel('Connection').selectOption({ label: 'Contoso' })
  await page.getByLabel('Query (WIQL)').fill('SELECT [System.Id] FROM WorkItems WHERE [Colour] = 1')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.getByText('TF51005').first()).toBeVisible()
  await inspect(page, 'work-items-error')
  await page.goto('/help/AADSTS700027')
  await inspect(page, 'help-code')
  await page.goto('/help')
  await inspect(page, 'help')
  expect(complaints.filter((text) => !text.includes('422') && !text.includes('400'))).toEqual([])
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
