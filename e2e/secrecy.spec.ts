/** The private key never leaves the server: every route and every page is asked, and the answers searched for it. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { APIRequestContext } from '@playwright/test'
import { expect, test } from './fixtures'
import { saveConnection, signIn } from './journey'
import { makePair } from './pair'

const api = join(import.meta.dirname, '..', 'app', 'api')
const password = 'correct horse battery staple'

/** A pair in one PEM, and what would give the key away: its lines, its label, its password. */
interface Secrets {
  readonly pem: string
  readonly traces: readonly string[]
}

/** The names of sealed columns, an assertion that was not taken out, and the beginning of a token or a sealed value. */
const sealed = /sealed_?(?:key|settings)|client_assertion=(?!\[removed\])|eyJ[\w-]{10,}\./i

function makeKey(): Secrets {
  const { key, certificate } = makePair('Secrecy')
  const lines = key.split('\n').filter((line) => line.length === 64)
  // The first line of every RSA 2048 key is nearly the same.
  return { pem: key + certificate, traces: [...lines.slice(2), 'PRIVATE KEY', password] }
}

/** Shows an assertion to whoever asks for one, which is what it is for. */
const shown = '/api/connections/[id]/assertion'

/** Every route that exists, so that a new one is asked without anybody thinking of it; what deletes comes last. */
const routes = () =>
  readdirSync(api, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('route.ts'))
    .flatMap((file) => {
      const methods = readFileSync(join(api, file), 'utf8').matchAll(/^export const ([A-Z]+) =/gm)
      return [...methods].map(([, method = '']) => ({ path: `/api/${file.replace(/\/?route\.ts$/, '')}`, method }))
    })
    .sort((a, b) => Number(a.method === 'DELETE') - Number(b.method === 'DELETE'))

const fill = (path: string, ids: { certificate: string; connection: string }) =>
  path
    .replace('certificates/[id]', `certificates/${ids.certificate}`)
    .replace('connections/[id]', `connections/${ids.connection}`)
    .replace('work-items/[id]', `work-items/1?connectionId=${ids.connection}`)
    .replace('[thumbprint]', 'A'.repeat(40))

async function answersOf(request: APIRequestContext, url: string, method: string, origin: string): Promise<string> {
  const response = await request.fetch(url, { method, headers: { origin }, ...(method === 'GET' ? {} : { data: {} }) })
  const headers = Object.entries(response.headers()).filter(([name]) => name !== 'set-cookie')
  return JSON.stringify(headers) + (await response.text())
}

test('no route and no page ever gives out a private key, a password, a sealed value or a token', async ({
  page,
  server,
}) => {
  const { pem, traces } = makeKey()
  await signIn(page, server)
  const imported = await page.request.post('/api/certificates/import', {
    headers: { origin: server.url },
    data: { name: 'Secrecy', file: Buffer.from(pem).toString('base64'), password },
  })
  const importAnswer = await imported.text()
  expect(imported.status(), importAnswer).toBe(200)
  const certificate: string = JSON.parse(importAnswer).id
  const connection = (await saveConnection(page, 'Secrecy', 'Secrecy')).split('/').at(-1) ?? ''

  const searched: Record<string, string> = { 'the answer to the import': importAnswer }
  for (const { path, method } of routes().filter(({ path }) => path !== '/api/sign-out' && path !== shown)) {
    const url = fill(path, { certificate, connection })
    searched[`${method} ${path}`] = await answersOf(page.request, url, method, server.url)
    if (path.endsWith('/file')) {
      for (const format of ['cer', 'pem']) {
        searched[`${path} ${format}`] = await answersOf(page.request, `${url}?format=${format}`, 'GET', server.url)
      }
    }
  }
  for (const path of ['/', '/certificates', '/reminders', '/work-items', '/sandbox', '/connections/new', '/activity']) {
    searched[path] = await (await page.request.get(path)).text()
  }
  searched['the log'] = server.output().replace(server.firstSignInLink ?? '', '')

  expect(Object.keys(searched).length).toBeGreaterThan(20)
  for (const [where, text] of Object.entries(searched)) {
    expect(
      traces.filter((trace) => text.includes(trace)),
      where,
    ).toEqual([])
    expect(text, where).not.toMatch(sealed)
  }
})
