import { describe, expect, test } from 'vitest'
import { envSchema, readEnv } from './env'

const key = 'A'.repeat(43)

test('nothing has to be set', () => {
  expect(readEnv({})).toMatchObject({ PORT: 3000, HOSTNAME: 'localhost', DATA_DIR: './data', SANDBOX: 'on' })
})

test('an empty variable counts as not given', () => {
  const allEmpty = Object.fromEntries(Object.keys(envSchema.shape).map((name) => [name, '']))
  expect(readEnv(allEmpty)).toEqual(readEnv({}))
})

test('variables of other programs are left out', () => {
  expect(readEnv({ HOME: '/root' })).not.toHaveProperty('HOME')
})

describe('accepted', () => {
  test.each([
    ['PORT', '65535'],
    ['PUBLIC_URL', 'https://certboard.example'],
    ['DATABASE_URL', 'postgres://user:pass@db:5432/certboard'],
    ['DATABASE_URL', 'postgresql://db/certboard'],
    ['VAULT_KEYS', `2026:${key}`],
    ['VAULT_KEYS', `new:${key},old_1:${key}`],
    ['SESSION_PASSWORDS', `${'n'.repeat(32)},${'o'.repeat(32)}`],
    ['SANDBOX_ITEMS', '0'],
    ['HTTPS_PROXY', 'http://proxy:3128'],
    ['SMTP_FROM', 'certboard@example.com'],
    ['WEBHOOK_HOSTS', 'any'],
  ])('%s=%s', (name, value) => {
    expect(() => readEnv({ [name]: value })).not.toThrow()
  })
})

describe('refused with one sentence that names the variable and keeps its value', () => {
  test.each([
    ['PORT', '0'],
    ['PORT', '65536'],
    ['PORT', '80.5'],
    ['PORT', 'http'],
    ['PUBLIC_URL', 'certboard.example'],
    ['PUBLIC_URL', 'ftp://certboard.example'],
    ['DATABASE_URL', 'mysql://user:hunter2@db/certboard'],
    ['VAULT_KEYS', `no-kid-${key}`],
    ['VAULT_KEYS', `short:${key.slice(1)}`],
    ['VAULT_KEYS', `a:${key},`],
    ['SESSION_PASSWORDS', 'too-short-to-seal'],
    ['SESSION_PASSWORDS', `${'n'.repeat(32)},too-short`],
    ['SIGN_IN_SECRET', 'too-short-to-sign'],
    ['SANDBOX', 'maybe'],
    ['SANDBOX_ITEMS', '1000001'],
    ['LOG_LEVEL', 'loud'],
    ['HTTPS_PROXY', 'socks5://proxy'],
    ['SMTP_URL', 'https://me:hunter2@mail'],
    ['WEBHOOK_HOSTS', 'private'],
  ])('%s=%s', (name, value) => {
    const attempt = () => readEnv({ [name]: value })
    expect(attempt).toThrow(new RegExp(`^${name} is not valid \\([^\\n]+\\)\\.$`))
    expect(attempt).toThrow(expect.not.objectContaining({ message: expect.stringContaining(value) }))
  })

  test('a mail server without a sender', () => {
    expect(() => readEnv({ SMTP_URL: 'smtp://me:hunter2@mail' })).toThrow(/^SMTP_FROM is not valid \([^\n]+\)\.$/)
  })

  test('all of them at once', () => {
    expect(() => readEnv({ PORT: 'x', SANDBOX: 'x' })).toThrow(/PORT is not valid.*SANDBOX is not valid/)
  })
})
