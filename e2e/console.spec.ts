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
  await page.getByRole('button', { name: 'Next page' }).click()
  await expect(path).toHaveValue(/continuationToken=/)
  await expect(page.getByRole('heading', { name: 'Asked before' })).toBeVisible()
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
  await path.fill('Nowhere/_apis/wit/fields')
  await page.keyboard.press('Enter')
  await expect(page.getByText('TF200016').first()).toBeVisible()
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
  await page.getByRole('button', { name: 'Send PATCH' }).click()
  await expect(page.getByText('"Renamed by the console"').first()).toBeVisible()
  await page.getByRole('button', { name: 'End writing' }).click()
  await expect(page.getByText('The console only reads.')).toBeVisible()

  await page.goto('/activity')
  await expect(page.getByText('Changing: PATCH dev.azure.com/contoso/_apis/wit/workitems/1')).toBeVisible()
  await expect(page.getByText('let the console write for 15 minutes')).toBeVisible()
})
