/** The REST console: a path is completed, asked through the connection, and its answer shown; writing has to be allowed. */
import { expect, test } from './fixtures'
import { inspect, watch } from './inspect'
import { generateCertificate, registerCertificate, saveConnection, signIn } from './journey'

const body = '[{ "op": "add", "path": "/fields/System.Title", "value": "Renamed by the console" }]'

test('a path is found by the keyboard, asked in the right version, and its answer followed', async ({
  page,
  server,
}) => {
  test.setTimeout(180_000)
  const complaints = watch(page)
  await signIn(page, server)
  await generateCertificate(page, 'Console, reading')
  await registerCertificate(page, 'Console, reading')
  await page.goto(await saveConnection(page, 'Console', 'Console, reading'))
  await page.getByRole('link', { name: 'Console', exact: true }).click()
  const path = page.getByLabel('Path or address')
  const paths = page.getByRole('listbox', { name: 'Paths of this service' }).getByRole('option')
  await expect(path).toBeVisible()
  await inspect(page, 'console-empty')

  await path.fill('comments workitems')
  await expect(paths.first()).toContainText('comments')
  await inspect(page, 'console-paths')
  await path.fill('connectiondata')
  await expect(paths).toHaveCount(1)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(path).toHaveValue('_apis/ConnectionData')
  await expect(page.getByText('there is only a preview of it')).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(page.getByText('Status 200')).toBeVisible()
  await expect(page.getByText('authenticatedUser:')).toBeVisible()

  await path.fill('_apis/projects?$top=1')
  await page.keyboard.press('Enter')
  await expect(page.getByText('"Storefront"')).toBeVisible()
  await inspect(page, 'console-answer')
  await page.getByLabel('Service').selectOption('vssps.dev.azure.com')
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(path).toHaveValue(/continuationToken=/)
  await expect(
    page.getByText(/^GET https:\/\/dev\.azure\.com\/contoso\/_apis\/projects\?.*continuationToken=/),
  ).toBeVisible()
  await expect(page.getByLabel('Service')).toHaveValue('dev.azure.com')
  await expect(page.getByRole('heading', { name: 'Answer' })).toBeFocused()
  await expect(page.getByRole('heading', { name: 'Asked before' })).toBeVisible()
  await expect(page.getByText('not sent')).toBeVisible()
  await page.getByRole('button', { name: /^Ask https:\/\/dev\.azure\.com\/contoso\/_apis\/projects\// }).click()
  await expect(page.getByText(/_apis\/projects\/[0-9a-f-]{36}\?api-version=7\.0/)).toBeVisible()
  await expect(page.getByText('Status 200')).toBeVisible()
  await page.getByText('As curl').click()
  await expect(page.getByText('Authorization: Bearer $TOKEN')).toBeVisible()
  await page.getByText(/^\d+ headers$/).click()
  await inspect(page, 'console-folds')

  await page.reload()
  await expect(path).toHaveValue(/_apis\/projects\/[0-9a-f-]{36}/)
  await path.fill('https://evil.example/_apis/projects')
  await page.keyboard.press('Enter')
  await expect(page.getByText('evil.example is none of them.')).toBeVisible()
  await expect(page.getByRole('link', { name: 'console_host_refused' })).toBeVisible()
  await path.fill('Nowhere/_apis/wit/fields')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('link', { name: 'TF200016' })).toBeVisible()
  await inspect(page, 'console-refused')
  expect(complaints).toEqual([])
})

test('a write is sent only while an owner allows it, and stands in the activity', async ({ page, server }) => {
  await signIn(page, server)
  await generateCertificate(page, 'Console, writing')
  await registerCertificate(page, 'Console, writing')
  const connection = await saveConnection(page, 'Changing', 'Console, writing')
  await page.goto(`${connection}/console?path=_apis/wit/workitems/1`)
  await expect(page.getByLabel('Path or address')).toHaveValue('_apis/wit/workitems/1')
  await expect(page.getByLabel('Method').getByRole('option')).toHaveText(['GET', 'POST'])
  const refused = await page.request.post(`/api${connection}/console`, {
    headers: { origin: server.url },
    data: { method: 'PATCH', path: '_apis/wit/workitems/1', body, contentType: 'application/json-patch+json' },
  })
  expect(await refused.json()).toMatchObject({ status: 403, code: 'console_writes_off' })

  await page.getByRole('button', { name: 'Allow writing for 15 minutes' }).click()
  await expect(page.getByText(/Writing is on until/)).toBeVisible()
  await page.getByLabel('Method').selectOption('PATCH')
  await page.getByLabel('Body').fill(body)
  await page.getByLabel('Content type').selectOption('application/json-patch+json')
  await inspect(page, 'console-writing')
  let haveTyped = () => {}
  const typed = new Promise<void>((resolve) => {
    haveTyped = resolve
  })
  await page.route('**/api/connections/*/console', async (route) => {
    await typed
    await route.continue()
  })
  await page.getByLabel('Body').focus()
  await page.keyboard.down('Control')
  await page.keyboard.down('Enter')
  await page.keyboard.down('Enter')
  await page.keyboard.up('Enter')
  await page.keyboard.press('Enter')
  await page.keyboard.up('Control')
  haveTyped()
  await expect(page.getByText('"Renamed by the console"').first()).toBeVisible()
  await expect(page.getByLabel('Body')).toHaveValue(body)
  await page.getByRole('button', { name: 'End writing' }).click()
  await expect(page.getByText('The console only reads.')).toBeVisible()
  await expect(page.getByLabel('Method')).toHaveValue('GET')
  await page.getByRole('button', { name: 'Send', exact: true }).click()
  await expect(page.getByText(/^GET https:\/\/dev\.azure\.com\/contoso\/_apis\/wit\/workitems\/1\?/)).toBeVisible()

  await page.goto('/activity')
  await expect(page.getByText('Changing: PATCH dev.azure.com/contoso/_apis/wit/workitems/1')).toHaveCount(1)
  await expect(page.getByText('let the console write for 15 minutes')).toBeVisible()
})

test('a request can be stopped, a hostile answer leaves the form, and a reload what was typed', async ({
  page,
  server,
}) => {
  await signIn(page, server)
  await generateCertificate(page, 'Console, hostile')
  await page.goto(`${await saveConnection(page, 'Hostile', 'Console, hostile')}/console`)
  const path = page.getByLabel('Path or address')
  const send = page.getByRole('button', { name: 'Send', exact: true })
  await page.getByLabel('Method').selectOption('POST')
  await page.getByLabel('Body').fill('{ "typed": true }')
  await path.fill('_apis/hostile')

  let answer = () => new Promise<string>(() => undefined)
  await page.route('**/api/connections/*/console', async (route) => {
    const text = await answer()
    const told = { method: 'GET', url: 'https://dev.azure.com/contoso/_apis/hostile', status: 200, headers: [], text }
    const measured = { form: 'json', length: text.length, isCut: false, isRedacted: false, durationMs: 1 }
    await route.fulfill({ json: { ...told, ...measured, at: new Date().toISOString() } })
  })
  await page.getByRole('button', { name: 'Send POST' }).click()
  await page.getByRole('button', { name: 'Stop' }).click()
  await expect(page.getByText('Stopped. It may have been carried out all the same.')).toBeVisible()
  await expect(page.getByRole('button', { name: 'Send POST' })).toBeFocused()
  await page.reload()
  await expect(path).toHaveValue('_apis/hostile')
  await expect(page.getByLabel('Body')).toHaveValue('{ "typed": true }')

  answer = async () => `${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}`
  await page.getByLabel('Method').selectOption('GET')
  await send.click()
  await expect(page.getByText('Status 200')).toBeVisible()
  await expect(page.getByRole('region', { name: 'Answer', exact: true })).toContainText('{"a":{"a":')
  answer = async () => '{"id":9007199254740993,"share":1.0}'
  await send.click()
  await expect(page.getByText('A number in it is too large for a browser')).toBeVisible()
  await page.getByText('As text', { exact: true }).click()
  await expect(page.getByText('{"id":9007199254740993,"share":1.0}')).toBeVisible()
})
