import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { readEnv } from './env'
import { openSecrets } from './secrets'
import { parseVaultKeys } from './vault/vault'

let folder: string
let dataDir: string
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'certboard-secrets-'))
  dataDir = join(folder, 'data')
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = (variables: Record<string, string> = {}) => openSecrets(readEnv({ DATA_DIR: dataDir, ...variables }))
const file = () => join(dataDir, 'secrets.json')

it('secrets that nobody gave are made once and kept', () => {
  const first = open()
  expect(first.made).toBe(true)
  expect(open()).toEqual({ ...first, made: false })
})

it('only the owner may read the file and the folder', () => {
  open()
  expect(statSync(file()).mode & 0o777).toBe(0o600)
  expect(statSync(dataDir).mode & 0o777).toBe(0o700)
})

it('a made vault key is 32 bytes', () => {
  expect(parseVaultKeys(open().VAULT_KEYS)[0]?.key).toHaveLength(32)
})

it('a secret that was given wins over the kept one', () => {
  open()
  const password = 'p'.repeat(40)
  expect(open({ SESSION_PASSWORDS: password }).SESSION_PASSWORDS).toBe(password)
})

it('no file is written when all secrets were given', () => {
  const { VAULT_KEYS, SESSION_PASSWORDS, SIGN_IN_SECRET } = open()
  rmSync(dataDir, { recursive: true })
  open({ VAULT_KEYS, SESSION_PASSWORDS, SIGN_IN_SECRET })
  expect(() => readFileSync(file())).toThrow('ENOENT')
})

it('a damaged file stops the start and is left as it is', () => {
  open()
  writeFileSync(file(), '{')
  expect(() => open()).toThrow('cannot be read')
  expect(readFileSync(file(), 'utf8')).toBe('{')
})
