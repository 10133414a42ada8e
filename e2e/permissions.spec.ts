import { expect, test } from './fixtures'
import { inspect } from './inspect'
import { generateCertificate, registerCertificate, saveConnection, signIn } from './journey'

test('what the app sees and may change is told feature by feature, project by project', async ({ page, server }) => {
  test.setTimeout(120_000)
  await signIn(page, server)
  await generateCertificate(page, 'Permissions certificate')
  await registerCertificate(page, 'Permissions certificate')
  const path = await saveConnection(page, 'Permissions', 'Permissions certificate')
  await page.getByRole('navigation', { name: 'Connection' }).getByRole('link', { name: 'Permissions' }).click()
  await expect(page).toHaveURL(`${server.url}${path}/permissions`)

  const edit = page.getByRole('row', { name: /^Edit work items/ })
  await expect(edit).toContainText('Allowed')
  await expect(page.getByRole('table', { name: 'Areas' }).getByRole('row').nth(1)).toContainText('Yes')
  await inspect(page, 'permissions')

  const project = page.getByLabel('Project')
  const last = await project.locator('option').last().textContent()
  await project.selectOption({ label: last ?? '' })
  await expect(page.getByRole('table', { name: `Permissions of the app in ${last}` })).toBeVisible()
})

test('an app that is no member is told so, and can be asked about again', async ({ page, server }) => {
  await signIn(page, server)
  await generateCertificate(page, 'Nobody certificate')
  await registerCertificate(page, 'Nobody certificate')
  await page.goto('/sandbox/users')
  await page.getByRole('button', { name: 'Remove from organization' }).click()
  await expect(page.getByText('Not a member')).toBeVisible()
  const path = await saveConnection(page, 'Nobody', 'Nobody certificate')
  await page.goto(`${path}/permissions`)
  await expect(page.getByRole('alert').filter({ hasText: 'TF401444' })).toBeVisible()
  await page.goto('/sandbox/users')
  await page.getByRole('button', { name: 'Add to organization' }).click()
  await expect(page.getByText('Member, access level Basic')).toBeVisible()
  await page.goto(`${path}/permissions`)
  await expect(page.getByRole('heading', { name: 'Areas' })).toBeVisible()
})
