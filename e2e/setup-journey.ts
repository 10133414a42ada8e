/** The way through the setup wizard, and what its people do at Microsoft's portals meanwhile. */
import { readFile } from 'node:fs/promises'
import { expect, type Page } from '@playwright/test'
import { control } from './control'
import { signIn } from './journey'
import type { Server } from './server'

/** The panel that says what is known of a step. */
export const live = (page: Page) => page.locator('section:has(> header h2:text("Checked live"))')

export const next = (page: Page, name: string) => page.getByRole('link', { name: `Next: ${name}` }).click()
export const checkNow = (page: Page) => page.getByRole('button', { name: 'Check now' }).first().click()
export const clientIdField = (page: Page) => page.getByLabel('Application (client) ID', { exact: true })

interface Begun {
  /** Who else has to help, by the right that is unchecked. */
  readonly without?: readonly RegExp[]
}

/** Gives the ID of the setup, whose first step is shown. */
export async function beginSandboxSetup(page: Page, server: Server, { without = [] }: Begun = {}): Promise<string> {
  await signIn(page, server)
  await page.goto('/setup')
  await page.getByLabel('Sandbox').check()
  for (const right of without) await page.getByLabel(right).uncheck()
  await expect(page.getByText('Found. Its tenant is')).toBeVisible()
  await page.getByRole('button', { name: 'Begin' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Register the app in Microsoft Entra ID' })).toBeVisible()
  return new URL(page.url()).pathname.split('/')[2] ?? ''
}

export interface App {
  readonly clientId: string
  readonly objectId: string
  readonly servicePrincipalObjectId: string
}

/** What somebody does at the portals. */
export interface Portals {
  register(displayName: string): Promise<Pick<App, 'clientId'>>
  upload(app: Pick<App, 'clientId'>, file: Buffer): Promise<void>
  addToOrganization(app: Pick<App, 'clientId'>): Promise<void>
}

/** By hand, in another tab, where the practice portal stands for Microsoft's. */
export function practicePortal(page: Page): Portals {
  async function inTab<Result>(path: string, work: (portal: Page) => Promise<Result>): Promise<Result> {
    const portal = await page.context().newPage()
    await portal.goto(path)
    const result = await work(portal)
    await portal.close()
    return result
  }

  return {
    register: (displayName) =>
      inTab('/sandbox/app-registrations', async (portal) => {
        await portal.getByLabel('Name', { exact: true }).fill(displayName)
        await portal.getByRole('button', { name: 'Register app' }).click()
        await expect(portal.getByRole('heading', { level: 2, name: displayName, exact: true })).toBeVisible()
        return { clientId: new URL(portal.url()).searchParams.get('app') ?? '' }
      }),
    upload: ({ clientId }, buffer) =>
      inTab(`/sandbox/certificates?app=${clientId}`, async (portal) => {
        const file = { name: 'public.cer', mimeType: 'application/pkix-cert', buffer }
        await portal.getByLabel('Upload certificate').setInputFiles(file)
        await portal.getByRole('button', { name: 'Upload', exact: true }).click()
        await expect(portal.getByText('The certificate is registered.')).toBeVisible()
      }),
    addToOrganization: ({ clientId }) =>
      inTab(`/sandbox/users?app=${clientId}`, async (portal) => {
        await portal.getByRole('button', { name: 'Add to organization' }).click()
        await expect(portal.getByText('Member, access level Basic')).toBeVisible()
        const saved = portal.waitForResponse((response) => response.request().method() === 'PUT')
        await portal.getByLabel('Storefront').check()
        await saved
      }),
  }
}

/** By a script, for those who have no account here and for what no portal offers. */
export function script(server: Server) {
  const ask = async (method: string, path: string, body?: unknown): Promise<unknown> => {
    const answer = await control(server, method, path, body)
    expect(answer.status, `${method} ${path}`).toBeLessThan(300)
    return answer.status === 204 ? undefined : answer.json()
  }
  const change = async ({ clientId }: Pick<App, 'clientId'>, changes: object) =>
    void (await ask('PATCH', `/apps/${clientId}`, changes))

  return {
    register: async (displayName: string) => (await ask('POST', '/apps', { displayName })) as App,
    find: async (clientId: string) => (await ask('GET', `/apps/${clientId}`)) as App,
    upload: async ({ clientId }: Pick<App, 'clientId'>, file: Buffer) =>
      void (await ask('POST', `/apps/${clientId}/certificates`, { file: file.toString('base64') })),
    addToOrganization: (app: Pick<App, 'clientId'>) => change(app, { isMember: true, projects: ['Storefront'] }),
    change,
    /** Of whatever certificates it has. */
    async removeCertificates({ clientId }: App) {
      const { certificates } = (await ask('GET', `/apps/${clientId}`)) as { certificates: { thumbprintSha1: string }[] }
      for (const { thumbprintSha1 } of certificates) {
        await ask('DELETE', `/apps/${clientId}/certificates/${thumbprintSha1}`)
      }
    },
    skewClock: (seconds: number) => ask('PUT', '/faults', { faults: [{ kind: 'clock skew', seconds }] }),
    calm: () => ask('POST', '/calm'),
  }
}

/** The file that the page of step 2 offers for the upload. */
export async function publicFile(page: Page): Promise<Buffer> {
  const downloading = page.waitForEvent('download')
  await page.getByRole('link', { name: 'Public .cer' }).click()
  return await readFile(await (await downloading).path())
}

export async function generate(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Generate' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Name', { exact: true }).fill(name)
  await dialog.getByRole('button', { name: 'Generate' }).click()
  await expect(dialog).toBeHidden()
}

interface Way {
  readonly portals: Portals
  /** Makes a certificate on the page of step 2, or imports one. */
  readonly withCertificate: () => Promise<void>
}

/** Steps 1 to 4 by somebody who may do all of them; the settings are shown next. */
export async function doFourSteps(page: Page, { portals, withCertificate }: Way): Promise<Pick<App, 'clientId'>> {
  await expect(live(page)).toContainText('Enter the Application (client) ID of the app.')
  const app = await portals.register('Wizard app')
  await clientIdField(page).fill(app.clientId)
  await expect(live(page)).toContainText('Entra ID knows the app.')
  await next(page, 'Upload the certificate')
  await withCertificate()
  await expect(live(page)).toContainText('Entra ID does not know this certificate')
  await portals.upload(app, await publicFile(page))
  await checkNow(page)
  await expect(live(page)).toContainText('Entra ID took the signature of this certificate.')
  await next(page, 'Permissions')
  await page.getByLabel('Skip it').check()
  await expect(live(page)).toContainText('Skipped, which is fine.')
  await next(page, 'Add to the organization')
  await expect(live(page)).toContainText('The app is not a member of the organization')
  await portals.addToOrganization(app)
  await checkNow(page)
  await expect(live(page)).toContainText('1 project: Storefront.')
  await next(page, 'Connection settings')
  return app
}

/** Steps 5 and 6. */
export async function saveAndTest(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Save connection' }).click()
  await expect(page.getByRole('heading', { level: 1, name: 'Generate a token and test the connection' })).toBeVisible()
  await page.getByRole('button', { name: 'Generate token' }).click()
  await expect(page.getByText('Entra ID issued a token')).toBeVisible()
  await page.getByRole('button', { name: 'Test connection' }).click()
  await expect(page.getByText('The connection works.', { exact: true })).toBeVisible()
}
