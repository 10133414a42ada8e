import { expect, it } from 'vitest'
import { AppError } from './errors/index'
import { createLogger } from './log'

const secret = 'S3CRET-VALUE'

function logged(write: (log: ReturnType<typeof createLogger>) => void): string {
  const lines: string[] = []
  write(createLogger('info', { write: (line) => void lines.push(line) }))
  return lines.join('')
}

it.each([
  'authorization',
  'Cookie',
  'set-cookie',
  'password',
  'client_assertion',
  'access_token',
  'token',
  'privateKey',
  'pem',
  'sealed_key',
  'sealedSettings',
  'VAULT_KEYS',
  'DATABASE_URL',
])('a value named %s is not written, at any depth', (name) => {
  const line = logged((log) => log.info({ [name]: secret, a: { b: [{ [name]: secret }] } }, 'seen'))
  expect(line).toContain('seen')
  expect(line).not.toContain(secret)
})

it('an error and its causes are written without the secrets they carry', () => {
  const cause = Object.assign(new Error('refused eyJhbGciOiJQUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln'), { password: secret })
  const line = logged((log) => log.error({ err: new AppError('internal', { cause }) }, 'failed'))
  expect(line).toContain('refused')
  expect(line).not.toContain(secret)
  expect(line).not.toContain('eyJ')
})

it.each([
  ['an assertion', 'eyJhbGciOiJQUzI1NiJ9.eyJzdWIiOiJ4In0.c2ln'],
  ['a private key', `-----BEGIN PRIVATE KEY-----\n${secret}\n-----END PRIVATE KEY-----`],
  ['a cut-off private key', `-----BEGIN RSA PRIVATE KEY-----\n${secret}`],
  ['a sign-in link', `http://localhost:3000/sign-in?key=${secret}`],
  ['a database URL', `postgres://certboard:${secret}@db/certboard`],
])('%s inside a text is not written', (_what, text) => {
  const line = logged((log) => log.info({ detail: `before ${text}` }, `message ${text}`))
  expect(line).toContain('before')
  expect(line).not.toMatch(/S3CRET|eyJ/)
})

it('dates and addresses are written as texts, the latter without their secrets', () => {
  const line = logged((log) => log.info({ at: new Date(0), url: new URL(`http://localhost/sign-in?key=${secret}`) }))
  expect(JSON.parse(line)).toMatchObject({
    at: '1970-01-01T00:00:00.000Z',
    url: 'http://localhost/sign-in?key=[removed]',
  })
})

it('an object that contains itself does not stop the log', () => {
  const loop: Record<string, unknown> = { name: 'loop' }
  loop.self = loop
  expect(logged((log) => log.info({ loop }))).toContain('[circular]')
})
