import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { inspect, watch } from './inspect'
import { generateCertificate, saveConnection, signIn } from './journey'

async function removeConnection(page: Page, path: string) {
  await page.goto(path)
  await page.getByRole('button', { name: 'Delete' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click()
  await expect(page).not.toHaveURL(new RegExp(path))
}

async function removeCertificate(page: Page, name: string) {
  await page.goto('/certificates')
  await page.getByRole('button', { name: 'Delete' }).first().click()
  await page.getByRole('dialog').getByRole('button', { name: 'Delete certificate' }).click()
  await expect(page.getByRole('heading', { name })).toHaveCount(0)
}

test('an owner sees who did what in the workspace, also to what is gone', async ({ page, server }) => {
  test.setTimeout(120_000)
  const complaints = watch(page)
  await signIn(page, server)
  await generateCertificate(page, 'Short-lived')
  await removeConnection(page, await saveConnection(page, 'Passing', 'Short-lived'))
  await removeCertificate(page, 'Short-lived')

  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Activity' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Activity' })).toBeVisible()
  await expect(page.getByRole('main').getByRole('listitem')).toContainText([
    'Owner removed the certificate Short-lived',
    'Owner removed the connection Passing',
    'Owner created the connection Passing',
    'Owner added the certificate Short-lived',
    'Owner signed in with a sign-in link',
  ])
  await inspect(page, 'activity')
  expect(complaints).toEqual([])
})
