import { expect, test } from './fixtures'
import { signIn } from './journey'
import { startServer } from './server'

const pages = ['/', '/connections/new', '/certificates', '/work-items', '/sandbox', '/sandbox/users']
const reads = ['/api/connections', '/api/certificates', '/api/setup/drafts/abcd1234', '/api/sandbox']

for (const path of pages) {
  test(`nobody sees ${path} without signing in`, async ({ page }) => {
    await page.goto(path)
    await expect(page).toHaveURL(/\/sign-in$/)
  })
}

for (const path of reads) {
  test(`${path} answers 401 with a problem document to somebody who has not signed in`, async ({ request }) => {
    const response = await request.get(path)
    expect(response.status()).toBe(401)
    expect(response.headers()['content-type']).toBe('application/problem+json')
    expect(await response.json()).toMatchObject({ code: 'sign_in_required', status: 401 })
  })
}

test('the link that the first start prints signs in once, and leaves the address bar at once', async ({
  page,
  server,
}) => {
  await page.goto(server.firstSignInLink ?? '')
  await expect(page).toHaveURL(`${server.url}/sign-in`)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${server.url}/`)
  await page.context().clearCookies()
  await page.goto(server.firstSignInLink ?? '')
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page.getByText('This sign-in link was used before')).toBeVisible()
})

test('a button is not ready before its script is, so that no press of it is lost', async ({ page, server }) => {
  let release = () => {}
  const released = new Promise<void>((resolve) => {
    release = resolve
  })
  await page.route('**/_next/static/**/*.js', async (route) => {
    await released
    await route.continue()
  })
  await page.goto(await server.newSignInLink(), { waitUntil: 'commit' })
  const button = page.getByRole('button', { name: 'Sign in' })
  await expect(button).toBeDisabled()
  release()
  await button.click()
  await expect(page).toHaveURL(`${server.url}/`)
})

test('opening a link without pressing the button does not use it up', async ({ page, request, server }) => {
  const link = await server.newSignInLink()
  await request.get(link)
  await page.goto(link)
  await page.getByRole('button', { name: 'Sign in' }).click()
  await expect(page).toHaveURL(`${server.url}/`)
})

test('whoever signs out is out', async ({ page, server }) => {
  await signIn(page, server)
  await page.getByRole('button', { name: 'Sign out' }).first().click()
  await expect(page).toHaveURL(/\/sign-in$/)
  await page.goto('/certificates')
  await expect(page).toHaveURL(/\/sign-in$/)
})

test('a write that another site caused is refused', async ({ page, server }) => {
  await signIn(page, server)
  const response = await page.request.post('/api/sign-out', {
    headers: { origin: 'https://elsewhere.example', 'sec-fetch-site': 'cross-site' },
  })
  expect(response.status()).toBe(403)
  expect(await response.json()).toMatchObject({ code: 'origin_refused' })
})

test('behind https the session cookie is bound to this host, to https, and hidden from scripts', async ({
  request,
}) => {
  const origin = 'https://certboard.example.com'
  const server = await startServer({ variables: { PUBLIC_URL: origin } })
  const key = new URL(server.firstSignInLink ?? '').searchParams.get('key')
  const response = await request.post(`${server.url}/api/sign-in`, { headers: { origin }, data: { key } })
  await server.stop()
  const cookie = response.headers()['set-cookie'] ?? ''
  expect(cookie).toMatch(/^__Host-certboard=/)
  for (const attribute of ['Secure', 'HttpOnly', 'SameSite=lax', 'Path=/']) expect(cookie).toContain(attribute)
  expect(cookie).not.toContain('Domain')
})

test('a session outlives the rotation of the password that sealed it, and ends when that password is gone', async ({
  page,
}) => {
  const [older, newer] = ['o'.repeat(40), 'n'.repeat(40)]
  const server = await startServer({ variables: { SESSION_PASSWORDS: older } })
  await signIn(page, server)
  await server.restart({ SESSION_PASSWORDS: `${newer},${older}` })
  await page.goto(`${server.url}/certificates`)
  await expect(page).toHaveURL(`${server.url}/certificates`)
  await server.restart({ SESSION_PASSWORDS: newer })
  await page.goto(`${server.url}/certificates`)
  await expect(page).toHaveURL(/\/sign-in$/)
  await server.stop()
})
