/** The practice portal, and the sandbox's control API, for people and scripts without a tenant. */
import { readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { control } from './control'
import { expect, test } from './fixtures'
import { generateCertificate, saveConnection, signIn } from './journey'

test('all six documented steps are walked in the practice portal, with an app of one’s own', async ({
  page,
  server,
}) => {
  await signIn(page, server)
  await generateCertificate(page, 'Six steps')
  await page.goto('/sandbox')
  await page.getByRole('link', { name: 'Register the app in Microsoft Entra ID' }).click()
  await page.getByLabel('Name', { exact: true }).fill('My own app')
  await page.getByRole('button', { name: 'Register app' }).click()
  await expect(page.getByRole('heading', { level: 2, name: 'My own app', exact: true })).toBeVisible()
  const clientId = new URL(page.url()).searchParams.get('app') ?? ''
  const portal = page.getByRole('navigation', { name: 'Practice portal' })

  await portal.getByRole('link', { name: 'Certificates & secrets' }).click()
  await expect(page.getByLabel('App registration')).toHaveValue(clientId)
  const option = page.getByLabel("Or take one of Certboard's").locator('option', { hasText: 'Six steps' })
  await page.getByLabel("Or take one of Certboard's").selectOption((await option.getAttribute('value')) ?? '')
  await page.getByRole('button', { name: 'Register', exact: true }).click()
  await expect(page.getByText('The certificate is registered.')).toBeVisible()

  await portal.getByRole('link', { name: 'API permissions' }).click()
  await page.getByLabel('vso.project').check()
  await page.getByRole('button', { name: 'Save permissions' }).click()
  await page.getByRole('button', { name: 'Grant admin consent' }).click()
  await expect(page.getByText('Granted for Contoso')).toBeVisible()

  await portal.getByRole('link', { name: 'Organization users' }).click()
  await page.getByRole('button', { name: 'Add to organization' }).click()
  await expect(page.getByText('Member, access level Basic')).toBeVisible()
  await page.getByLabel('Storefront').check()
  await portal.getByRole('link', { name: 'Projects' }).click()
  await expect(page.getByRole('listitem').filter({ hasText: 'Storefront' })).toContainText('Member')
  await page.getByLabel('Group').selectOption('readers')
  await portal.getByRole('link', { name: 'The six steps' }).click()
  await expect(page.getByText('Consent granted')).toBeVisible()

  const path = await saveConnection(page, 'Six steps', 'Six steps', clientId)
  await page.goto(path)
  await page.getByRole('button', { name: 'Generate token' }).click()
  await expect(page.getByText('Entra ID issued a token')).toBeVisible()
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page.getByText('The connection works.', { exact: true })).toBeVisible()
})

test('a script controls the sandbox with the token from the data folder, and with no other', async ({ server }) => {
  const file = join(server.dataDir, 'sandbox-control-token')
  expect((await stat(file)).mode & 0o777).toBe(0o600)
  expect(server.output()).not.toContain(await readFile(file, 'utf8'))
  expect((await fetch(`${server.url}/sandbox/control`)).status).toBe(401)
  expect((await control(server, 'GET', '')).status).toBe(200)
  expect(
    (await control(server, 'PUT', '/faults', { faults: [{ kind: 'timeout', route: 'example.com/**' }] })).status,
  ).toBe(200)
  await server.restart()
  const state: unknown = await (await control(server, 'GET', '')).json()
  expect(state).toMatchObject({ faults: [{ kind: 'timeout', route: 'example.com/**' }] })
  await control(server, 'POST', '/reset')
})

test('trouble that a script made is told in the practice portal, and ended there', async ({ page, server }) => {
  await signIn(page, server)
  await control(server, 'PUT', '/faults', { faults: [{ kind: 'timeout', route: 'example.com/**' }] })
  await page.goto('/sandbox')
  await expect(page.getByText('Fault: timeout at example.com/**')).toBeVisible()
  await page.getByRole('button', { name: 'End the trouble' }).click()
  await expect(page.getByText('Fault: timeout')).toBeHidden()
  expect(await (await control(server, 'GET', '')).json()).toMatchObject({ faults: [] })
})

test('where the sandbox is switched off there is no control API', async ({ server }) => {
  await server.restart({ SANDBOX: 'off' })
  expect((await control(server, 'GET', '')).status).toBe(404)
  await server.restart()
})
