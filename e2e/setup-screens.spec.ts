/** The screens of the setup: accessible in every state, and usable by the keyboard alone. */
import { expect } from '@playwright/test'
import { test } from './fixtures'
import { inspect, watch } from './inspect'
import { signIn } from './journey'
import {
  beginSandboxSetup,
  checkNow,
  clientIdField,
  generate,
  live,
  publicFile,
  saveAndTest,
  script,
} from './setup-journey'

test('every step is accessible while nothing is known, while something is wrong, and when it is done', async ({
  page,
  server,
  browser,
}) => {
  test.setTimeout(300_000)
  const complaints = watch(page)
  const portals = script(server)
  await signIn(page, server)
  await page.goto('/setup')
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByText('Enter the name of the organization')).toBeVisible()
  await inspect(page, 'setup-start')
  const id = await beginSandboxSetup(page, server, { without: [/register apps/] })
  const go = (slug: string) => page.goto(`/setup/${id}/${slug}`)

  for (const slug of ['register-app', 'certificate', 'permissions', 'organization', 'settings', 'finish']) {
    await go(slug)
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible()
    if (slug !== 'finish') await expect(live(page)).toContainText(/Not yet|Cannot know yet/)
    await inspect(page, `setup-${slug}-empty`)
  }

  await go('certificate')
  await generate(page, 'Screens')
  const app = await portals.register('Screens')
  await go('register-app')
  await clientIdField(page).fill(app.clientId)
  await expect(live(page)).toContainText('Entra ID knows the app.')
  await page.getByRole('button', { name: 'Make a link' }).click()
  const link = await page.locator('code').filter({ hasText: '/hand-off#' }).textContent()
  await inspect(page, 'setup-hand-off-card')
  const helper = await (await browser.newContext()).newPage()
  await helper.goto(link ?? '')
  await inspect(helper, 'hand-off-enter')
  await helper.getByRole('button', { name: 'Continue' }).click()
  await expect(live(helper).nth(1)).toContainText('AADSTS700027')
  await inspect(helper, 'hand-off-entra')
  await helper.context().close()

  await go('certificate')
  await expect(live(page)).toContainText('AADSTS700027')
  await inspect(page, 'setup-certificate-wrong')
  await portals.upload(app, await publicFile(page))
  await checkNow(page)
  await expect(live(page)).toContainText('Done')
  await inspect(page, 'setup-certificate-done')
  await go('organization')
  await expect(live(page)).toContainText('TF401444')
  await inspect(page, 'setup-organization-wrong')
  await portals.addToOrganization(app)
  await go('settings')
  await saveAndTest(page)
  await inspect(page, 'setup-finish-done')
  expect(complaints).toEqual([])
})

test('the keyboard alone begins a setup, fills in a step and goes to the next', async ({ page, server }) => {
  const portals = script(server)
  const { clientId } = await portals.register('By keyboard')
  await signIn(page, server)
  await page.goto('/setup')
  const focused = (name: RegExp) => page.locator(':focus').and(page.getByLabel(name).or(page.getByText(name)))
  async function tabTo(name: RegExp): Promise<void> {
    for (let presses = 0; presses < 60; presses++) {
      if ((await focused(name).count()) > 0) return
      await page.keyboard.press('Tab')
    }
    throw new Error(`The keyboard does not reach ${name}.`)
  }

  await tabTo(/^Microsoft/)
  await page.keyboard.press('ArrowRight')
  await expect(page.getByText('Found. Its tenant is')).toBeVisible()
  await tabTo(/^Begin$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Register the app in Microsoft Entra ID' })).toBeVisible()
  await tabTo(/^Application \(client\) ID$/)
  await page.keyboard.type(clientId)
  await expect(live(page)).toContainText('Entra ID knows the app.')
  await tabTo(/^Next: Upload the certificate$/)
  await page.keyboard.press('Enter')
  await expect(page.getByRole('heading', { level: 1, name: 'Upload the client certificate' })).toBeVisible()
})
