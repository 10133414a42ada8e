import type { Page } from '@playwright/test'
import { expect, test } from './fixtures'
import { signIn } from './journey'
import { makePair, pemFile, twoPairs } from './pair'

async function openImport(page: Page) {
  await page.goto('/certificates')
  await page.getByRole('button', { name: 'Import' }).first().click()
  const dialog = page.getByRole('dialog')
  return { dialog, submit: () => dialog.getByRole('button', { name: 'Import' }).click() }
}

test('of a file with several certificates and their keys the one that is chosen is imported', async ({
  page,
  server,
}) => {
  await signIn(page, server)
  const { dialog, submit } = await openImport(page)
  await dialog.getByLabel('File', { exact: true }).setInputFiles(pemFile('two.pem', twoPairs('first', 'second')))
  await submit()
  const choices = dialog.getByRole('group', { name: 'Which certificate' })
  await expect(choices.getByRole('radio')).toHaveCount(2)
  await expect(choices.getByRole('radio').first()).toBeFocused()
  await expect(choices.getByText('SHA-256')).toHaveCount(2)

  await submit()
  await expect(choices.getByText('Choose one of them')).toBeVisible()
  await choices.getByLabel('CN=second').check()
  await submit()
  await expect(dialog).toBeHidden()
  const card = page.locator('section').filter({ has: page.getByRole('heading', { name: 'two' }) })
  await expect(card.getByText('CN=second')).toBeVisible()
})

test('what is wrong with the files is said at the field where it can be mended', async ({ page, server }) => {
  await signIn(page, server)
  const { key, certificate } = makePair('fields')
  const { dialog, submit } = await openImport(page)
  const file = dialog.getByLabel('File', { exact: true })
  const keyFile = dialog.getByLabel('Private key file')

  await file.setInputFiles(pemFile('public.cer', certificate))
  await submit()
  await expect(file).toHaveAccessibleDescription(/There is no private key in the file/)

  await keyFile.setInputFiles(pemFile('other.key', makePair('other').key))
  await submit()
  await expect(keyFile).toHaveAccessibleDescription(/The private key does not belong to the certificate/)

  await keyFile.setInputFiles(pemFile('right.key', key))
  await submit()
  await expect(dialog).toBeHidden()
  await expect(page.getByText('CN=fields')).toBeVisible()
})
