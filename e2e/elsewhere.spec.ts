import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { inspect, watch } from './inspect'
import { generateCertificate, saveConnection, signIn } from './journey'

const clientId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'

async function paste(page: Page, text: string) {
  await page.getByRole('button', { name: 'Paste settings' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Settings of another tool').fill(text)
  await dialog.getByRole('button', { name: 'Fill in' }).click()
  return dialog
}

test('a connection is printed for other tools, and pasted it is the same connection', async ({ page, server }) => {
  test.setTimeout(180_000)
  const complaints = watch(page)
  await signIn(page, server)
  await generateCertificate(page, 'Elsewhere')
  const path = await saveConnection(page, 'Elsewhere', 'Elsewhere')
  const printed = await page.getByRole('region', { name: 'Connection string' }).innerText()
  await inspect(page, 'connection-elsewhere')

  await page.getByLabel('Tool').selectOption('Terraform')
  await expect(page.getByRole('region', { name: 'Terraform' })).toContainText('provider "azuredevops"')

  await page.getByLabel('Tool').selectOption('curl, with a signed assertion')
  await expect(page.getByText('eyJ')).toHaveCount(0)
  await page.getByRole('button', { name: 'Sign and show' }).click()
  await expect(page.getByRole('region', { name: 'curl command' })).toContainText('client_assertion=eyJ')
  await inspect(page, 'connection-assertion')
  await page.goto('/activity')
  await expect(page.getByText('was shown a signed assertion of the connection')).toBeVisible()

  await page.goto('/connections/new')
  const dialog = await paste(page, printed)
  await expect(dialog.getByText('Certificate: Elsewhere')).toBeVisible()
  await inspect(page, 'paste-result')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await page.getByLabel('Name', { exact: true }).fill('Pasted')
  await page.getByRole('button', { name: 'Save connection' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Pasted' })).toBeVisible()
  expect(new URL(page.url()).pathname).not.toBe(path)
  expect(await page.getByRole('region', { name: 'Connection string' }).innerText()).toBe(printed)
  expect(complaints).toEqual([])
})

test('a setup begins with what was pasted; a secret in it is told and goes nowhere', async ({ page, server }) => {
  await signIn(page, server)
  const sent: string[] = []
  page.on('request', (request) => sent.push(request.postData() ?? ''))
  await page.goto('/setup')
  const text = `AZURE_CLIENT_ID=${clientId}\nAZURE_CLIENT_SECRET=hunter2\nAZDO_ORG_SERVICE_URL=https://dev.azure.com/contoso`
  const dialog = await paste(page, text)
  await expect(dialog.getByRole('alert')).toContainText('client secret')
  await dialog.getByRole('button', { name: 'Done' }).click()
  await expect(page.getByLabel('Organization', { exact: true })).toHaveValue('contoso')
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByLabel('Application (client) ID', { exact: true })).toHaveValue(clientId)
  expect(sent.join()).toContain(clientId)
  expect(sent.join()).not.toContain('hunter2')
})
