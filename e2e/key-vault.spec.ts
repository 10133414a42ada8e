import type { Page } from '@playwright/test'
import { control } from './control'
import { expect, test } from './fixtures'
import { inspect } from './inspect'
import { registerCertificate, saveConnection, signIn } from './journey'
import type { Server } from './server'

/** What the managed identity, which alone has roles at first, may do in the vault. */
async function setRoles(server: Server, roles: readonly string[]): Promise<void> {
  const state: { keyVault: { roles: Record<string, string[]> } } = await (await control(server, 'GET', '')).json()
  const [clientId = ''] = Object.keys(state.keyVault.roles)
  await control(server, 'PUT', `/key-vault/roles/${clientId}`, { roles })
}

async function linkFromSandbox(page: Page, name: string) {
  await page.getByRole('button', { name: 'From a key vault' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Sandbox').check()
  await expect(dialog.getByLabel('Key vault', { exact: true })).toHaveValue('https://contoso-vault.vault.azure.net')
  await dialog.getByLabel('Name', { exact: true }).fill(name)
  await dialog.getByRole('button', { name: 'Link certificate' }).click()
  return dialog
}

test('a certificate in the practice key vault is linked, signs for a connection, and says that there is a newer one', async ({
  page,
  server,
}) => {
  test.setTimeout(240_000)
  await signIn(page, server)
  await page.goto('/certificates')
  const dialog = await linkFromSandbox(page, 'In the vault')
  await expect(dialog).toBeHidden()
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: 'In the vault' }) })
  await expect(card.getByText('RSA, 2048 bits, stays in the key vault')).toBeVisible()
  await expect(card.getByText('The managed identity of this server')).toBeVisible()

  await registerCertificate(page, 'In the vault')
  const path = await saveConnection(page, 'By key vault', 'In the vault')
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page.getByText('The connection works.', { exact: true })).toBeVisible()

  await server.restart()
  await control(server, 'POST', '/key-vault/certificates/azure-devops')
  await page.goto('/certificates')
  await expect(card.getByText('The key vault has a newer version')).toBeVisible()
  await inspect(page, 'certificates-key-vault')

  await setRoles(server, ['Key Vault Reader'])
  await page.goto(path)
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page.locator('details', { hasText: 'key_vault_sign_role_missing' }).first()).toHaveAttribute('open', '')
})

test('in the settings of a connection a certificate is linked without leaving the page, and chosen', async ({
  page,
  server,
}) => {
  await signIn(page, server)
  await setRoles(server, ['Key Vault Reader', 'Key Vault Crypto User'])
  await page.goto('/connections/new')
  await page.getByRole('button', { name: 'From a key vault' }).waitFor()
  await expect(await linkFromSandbox(page, 'On the spot')).toBeHidden()
  const select = page.getByLabel('Certificate', { exact: true })
  await expect(select.locator('option', { hasText: 'On the spot' })).toBeAttached()
  await expect(select).not.toHaveValue('')
  await expect(page.locator('[aria-invalid]')).toHaveCount(0)
})

test('what is wrong with the vault is said in the dialog, and at the field where it can be mended', async ({
  page,
  server,
}) => {
  await signIn(page, server)
  await setRoles(server, [])
  await page.goto('/certificates')
  const dialog = await linkFromSandbox(page, 'Not allowed')
  await expect(dialog.getByText('key_vault_read_role_missing')).toBeVisible()
  await dialog.getByLabel('An app with another certificate').check()
  await dialog.getByLabel('Key vault', { exact: true }).fill('https://contoso.example')
  await dialog.getByRole('button', { name: 'Link certificate' }).click()
  await expect(dialog.getByLabel('Key vault', { exact: true })).toHaveAccessibleDescription(/has an address like/)
  await inspect(page, 'key-vault-dialog')
})
