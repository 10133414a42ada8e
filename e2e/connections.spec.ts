import { expect, test } from './fixtures'
import { generateCertificate, registerCertificate, saveConnection, signIn } from './journey'

test('a newcomer gets from the sign-in link to work items, and all of it is there after a restart', async ({
  page,
  server,
}) => {
  await signIn(page, server)
  await generateCertificate(page, 'Journey certificate')
  await registerCertificate(page, 'Journey certificate')
  const path = await saveConnection(page, 'Journey', 'Journey certificate')

  await page.getByRole('button', { name: 'Generate token' }).click()
  await expect(page.getByText('Entra ID issued a token')).toBeVisible()
  await expect(page.getByText('59 minutes')).toBeVisible()

  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page.getByText('The connection works.', { exact: true })).toBeVisible()

  await page.goto('/work-items')
  await page.getByRole('button', { name: 'Run', exact: true }).click()
  const rows = page.getByRole('row')
  await expect(rows.nth(1)).toContainText(/\w/)
  await rows.nth(1).click()
  await expect(page.getByRole('complementary', { name: /^Work item \d+$/ })).toBeVisible()

  await server.restart()

  await page.goto(path)
  await expect(page.getByRole('heading', { level: 1, name: 'Journey' })).toBeVisible()
  await expect(page.getByText('The connection works.', { exact: true })).toBeVisible()
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page.getByText('Tested just now')).toBeVisible()
  await expect(page.getByText('The connection works.', { exact: true })).toBeVisible()
})

test('a certificate that is not registered is found out as AADSTS700027, with both thumbprints and the way to mend it', async ({
  page,
  server,
}) => {
  await signIn(page, server)
  await generateCertificate(page, 'Forgotten certificate')
  await saveConnection(page, 'Forgotten', 'Forgotten certificate')
  await page.getByRole('button', { name: 'Test connection' }).click()

  await expect(page.getByText('The connection does not work yet.', { exact: false }).first()).toBeVisible()
  const finding = page.locator('details', { hasText: 'AADSTS700027' })
  await expect(finding).toHaveAttribute('open', '')
  await expect(finding.getByRole('rowheader', { name: /SHA-1/ })).toBeVisible()
  await expect(finding.getByRole('rowheader', { name: /SHA-256/ })).toBeVisible()
  await expect(finding.getByRole('link', { name: 'Open the practice portal' })).toHaveAttribute('href', '/sandbox')
  await expect(finding.getByRole('link', { name: 'More about AADSTS700027' })).toBeVisible()
})

test('an app that is not in the organization is found out as TF401444, after a perfectly good token', async ({
  page,
  server,
}) => {
  await signIn(page, server)
  await generateCertificate(page, 'Outsider certificate')
  await registerCertificate(page, 'Outsider certificate')
  await page.goto('/sandbox/users')
  await page.getByRole('button', { name: 'Remove from organization' }).click()
  await expect(page.getByText('Not a member')).toBeVisible()
  await saveConnection(page, 'Outsider', 'Outsider certificate')
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page.locator('details', { hasText: 'TF401444' })).toHaveAttribute('open', '')
  await page.goto('/sandbox/users')
  await page.getByRole('button', { name: 'Add to organization' }).click()
  await expect(page.getByText('Member, access level Basic')).toBeVisible()
})
