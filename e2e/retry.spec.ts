import { expect, test } from './fixtures'
import { inspect, watch } from './inspect'
import { signIn } from './journey'

test('the retry policy shows its waits as it is typed, in words and in a chart, on every screen', async ({
  page,
  server,
}) => {
  test.setTimeout(120_000)
  await signIn(page, server)
  const complaints = watch(page)
  await page.goto('/connections/new')
  await page.getByText('Retry policy').click()
  const tries = page.getByRole('table', { name: 'Each try and the wait after it' })
  const scenario = page.getByLabel('What happens if Azure DevOps answers')
  await expect(tries).toContainText('Waits 30 s as Retry-After asks')
  await inspect(page, 'retry-throttled')

  await scenario.selectOption('503 three times, then 200')
  await expect(page.getByText('Fails after 1 try and no wait.')).toBeVisible()
  await page.getByLabel('RetryStatusCodeList').fill('429, 503')
  await expect(page.getByText('Answered after 4 tries and 7 s of waiting.')).toBeVisible()
  await page.getByLabel('RetryMultiplyWaitTime').uncheck()
  await expect(page.getByText('Answered after 4 tries and 3 s of waiting.')).toBeVisible()

  await page.getByLabel('RetryStatusCodeList').fill('soon')
  await expect(page.getByText('The waits are shown once the retry policy above is complete.')).toBeVisible()
  await page.getByLabel('RetryStatusCodeList').fill('429')
  await page.getByLabel('RetryMultiplyWaitTime').check()
  await page.getByLabel('RetryCountMax').fill('20')
  await scenario.selectOption('Connection reset, each time')
  await expect(tries.getByRole('row')).toHaveCount(22)
  await inspect(page, 'retry-reset')
  expect(complaints).toEqual([])
})
