import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { generateCertificate, registerCertificate, saveConnection, signIn } from './journey'
import type { Server } from './server'

async function openResults(page: Page, server: Server, name: string): Promise<void> {
  await signIn(page, server)
  await generateCertificate(page, name)
  await registerCertificate(page, name)
  await saveConnection(page, name, name)
  await page.goto('/work-items')
  await page.getByLabel('Connection').selectOption({ label: name })
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  await expect(page.getByRole('row').nth(1)).toContainText(/\w/)
}

test('results are complete: the last row is there when one scrolls to it, and few rows are in the page', async ({
  page,
  server,
}) => {
  await openResults(page, server, 'Complete')
  const grid = page.getByRole('grid')
  const total = Number(await grid.getAttribute('aria-rowcount'))
  expect(total).toBeGreaterThan(200)
  await grid.focus()
  await page.keyboard.press('End')
  const last = page.locator(`[aria-rowindex="${total}"]`)
  await expect(last).toContainText(/\w/)
  expect(await page.getByRole('row').count()).toBeLessThan(100)
})

test('the keyboard alone moves through the rows, opens an item and comes back', async ({ page, server }) => {
  await openResults(page, server, 'Keyboard')
  await page.getByRole('grid').focus()
  await page.keyboard.press('j')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const panel = page.getByRole('complementary', { name: /^Work item \d+$/ })
  await expect(panel.getByRole('heading', { level: 2 }).first()).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(panel).toHaveCount(0)
  await expect(page.getByRole('grid')).toBeFocused()
})

test('the address is the view: it opens the same query and item for somebody else', async ({ page, server }) => {
  await openResults(page, server, 'Address')
  await page.getByRole('row').nth(1).click()
  const panel = page.getByRole('complementary', { name: /^Work item \d+$/ })
  const name = await panel.getAttribute('aria-label')
  await expect(page).toHaveURL(/item=\d+/)
  await page.goto(page.url())
  await expect(page.getByRole('complementary', { name: name ?? '' })).toBeVisible()
})
