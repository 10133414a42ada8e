import { hostname } from 'node:os'
import { expect, test } from 'vitest'
import { readEnv } from '#lib/platform/env'
import { verifySignInKey } from './sign-in-key'
import { createSignInLink } from './sign-in-link'

const secret = 's'.repeat(40)
const linkFor = (variables: Record<string, string>) => createSignInLink(readEnv(variables), secret)

test.each([
  [{}, 'http://localhost:3000'],
  [{ PORT: '8080', HOSTNAME: '127.0.0.1' }, 'http://127.0.0.1:8080'],
  [{ HOSTNAME: '0.0.0.0' }, 'http://localhost:3000'],
  [{ HOSTNAME: '::' }, 'http://localhost:3000'],
  [{ HOSTNAME: hostname() }, 'http://localhost:3000'],
  [{ HOSTNAME: '0.0.0.0', PUBLIC_URL: 'https://certboard.example/' }, 'https://certboard.example'],
])('with %j the link leads to %s, where a person can open it', async (variables, origin) => {
  const link = await linkFor(variables)
  expect(link.startsWith(`${origin}/sign-in?key=`)).toBe(true)
})

test('the link holds a genuine key', async () => {
  const key = new URL(await linkFor({})).searchParams.get('key') ?? ''
  await expect(verifySignInKey(secret, key)).resolves.toMatch(/^[0-9a-f-]{36}$/)
})
