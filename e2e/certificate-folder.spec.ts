import { mkdtempSync, rmSync, unlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from './fixtures'
import { inspect, watch } from './inspect'
import { registerCertificate, saveConnection, signIn } from './journey'
import { makePair } from './pair'
import { startServer } from './server'

test('a certificate of the operator’s folder signs in without being imported, as long as its file is there', async ({
  browser,
}) => {
  test.setTimeout(120_000)
  const folder = mkdtempSync(join(tmpdir(), 'certboard-folder-'))
  const { key, certificate } = makePair('mounted')
  writeFileSync(join(folder, 'mounted.pem'), key + certificate)
  writeFileSync(join(folder, 'public.pem'), certificate)
  const server = await startServer({ variables: { CERTIFICATE_DIR: folder } })
  const context = await browser.newContext({ baseURL: server.url })
  const page = await context.newPage()
  const complaints = watch(page)

  await signIn(page, server)
  await page.goto('/certificates')
  await expect(page.getByText('certificate_key_missing')).toBeVisible()
  await inspect(page, 'certificate-folder')
  await page.getByRole('button', { name: 'Use mounted.pem' }).click()
  await expect(page.getByRole('heading', { name: 'mounted' })).toBeVisible()
  await expect(page.getByText('In use here')).toBeVisible()
  await inspect(page, 'certificate-folder-used')
  expect(complaints).toEqual([])

  await registerCertificate(page, 'mounted')
  await saveConnection(page, 'Mounted', 'mounted')
  const generate = page.getByRole('button', { name: 'Generate token' })
  await generate.click()
  await expect(page.getByText('Entra ID issued a token')).toBeVisible()

  unlinkSync(join(folder, 'mounted.pem'))
  await generate.click()
  await expect(page.getByText('certificate_file_vanished').first()).toBeVisible()
  await server.stop()
  rmSync(folder, { recursive: true })
})
