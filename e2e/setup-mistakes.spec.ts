/** The twelve mistakes that people make most: each is found at its own step, and mending it there is seen at once. */
import { expect, type Page } from '@playwright/test'
import { test } from './fixtures'
import { makePfx } from './pair'
import {
  beginSandboxSetup,
  checkNow,
  clientIdField,
  doFourSteps,
  generate,
  live,
  publicFile,
  script,
} from './setup-journey'

test('each of twelve mistakes leads to its own finding at its own step, and mending it turns the step to done', async ({
  page,
  server,
}) => {
  test.setTimeout(240_000)
  const portals = script(server)
  const id = await beginSandboxSetup(page, server)
  const { clientId } = await doFourSteps(page, { portals, withCertificate: () => generate(page, 'Mistakes') })
  const app = await portals.find(clientId)
  const go = (slug: string) => page.goto(`/setup/${id}/${slug}`)

  await go('certificate')
  const file = await publicFile(page)

  await test.step('1: the certificate went to another app', async () => {
    await portals.removeCertificates(app)
    await portals.upload(await portals.register('Another app'), file)
    await found(page, 'AADSTS700027')
    await portals.upload(app, file)
    await mended(page)
  })

  await test.step('2: the certificate has expired', async () => {
    await page.getByRole('button', { name: 'Import' }).click()
    const dialog = page.getByRole('dialog')
    await dialog.getByLabel('File', { exact: true }).setInputFiles(makePfx('geheim', { expired: true }))
    await dialog.getByLabel('Password').fill('geheim')
    await dialog.getByRole('button', { name: 'Import' }).click()
    await expect(dialog.getByText('certificate_expired')).toBeVisible()
    await dialog.getByRole('button', { name: 'Cancel' }).click()
    await mended(page)
  })

  await go('register-app')
  await test.step('3: the app is not in the tenant', async () => {
    await clientIdField(page).fill('11111111-2222-4333-8444-555555555555')
    await expect(live(page)).toContainText('AADSTS700016')
    await clientIdField(page).fill(clientId)
    await expect(live(page)).toContainText('Done')
  })

  await test.step('4: an Object ID was taken for the Client ID', async () => {
    await page.getByLabel('Object ID of the app registration').fill(app.objectId)
    await clientIdField(page).fill(app.objectId)
    await expect(live(page)).toContainText('client_id_is_object_id')
    await clientIdField(page).fill(clientId)
    await expect(live(page)).toContainText('Done')
  })

  await test.step('5: the app has no service principal', async () => {
    await portals.change(app, { isMember: false, servicePrincipal: 'missing' })
    await found(page, 'AADSTS7000229')
    await portals.change(app, { isMember: true, servicePrincipal: 'enabled' })
    await mended(page)
  })

  await go('organization')
  await test.step('6: the app is not a member of the organization', async () => {
    await portals.change(app, { isMember: false })
    await found(page, 'TF401444')
    await portals.change(app, { isMember: true })
    await mended(page)
  })

  await test.step('7: the app is a member of no project', async () => {
    await portals.change(app, { projects: [] })
    await found(page, 'projects_none_visible')
    await portals.change(app, { projects: ['Storefront'] })
    await mended(page)
  })

  await test.step('8: the app is a stakeholder', async () => {
    await portals.change(app, { accessLevel: 'stakeholder' })
    await found(page, 'access_level_stakeholder')
    await portals.change(app, { accessLevel: 'express' })
    await mended(page)
  })

  await go('settings')
  await test.step('9: the organization belongs to another tenant', async () => {
    await page.getByLabel('Organization name or Id').fill('northwind')
    await expect(live(page)).toContainText('azure_devops_tenant_differs')
    await page.getByLabel('Organization name or Id').fill('contoso')
    await expect(live(page)).toContainText('Done')
  })

  await test.step('10: the scope is one of a person’s sign-in', async () => {
    const scope = await page.getByLabel('Scopes').inputValue()
    await page.getByLabel('Scopes').fill('vso.project')
    await expect(live(page)).toContainText('scope_refused')
    await page.getByLabel('Scopes').fill(scope)
    await expect(live(page)).toContainText('Done')
  })

  await test.step('11: the Token URL is the one for all tenants', async () => {
    const tokenUrl = await page.getByLabel('Token URL').inputValue()
    await page.getByLabel('Token URL').fill('https://login.microsoftonline.com/common/oauth2/v2.0/token')
    await expect(live(page)).toContainText('token_url_refused')
    await page.getByLabel('Token URL').fill(tokenUrl)
    await expect(live(page)).toContainText('Done')
  })

  await test.step('12: the clock is off by ten minutes', async () => {
    await portals.skewClock(600)
    await found(page, 'AADSTS700024')
    await portals.calm()
    await mended(page)
  })
})

async function found(page: Page, code: string): Promise<void> {
  await checkNow(page)
  await expect(live(page)).toContainText(code)
  await expect(live(page)).toContainText('Not yet')
}

async function mended(page: Page): Promise<void> {
  await checkNow(page)
  await expect(live(page)).toContainText('Done')
}
