import { randomBytes } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { createVault, parseVaultKeys } from './vault'

const older = { kid: '2025', key: randomBytes(32) }
const newer = { kid: '2026', key: randomBytes(32) }
const row = '7c1f0a52-6f8e-4a0e-9b8b-1f3f5b8f0001'
const refusal = { code: 'vault_unsealable' }

describe('the vault', () => {
  const vault = createVault([newer, older])

  it('gives back what it sealed, for the same purpose and row', async () => {
    expect(await vault.unseal('key', row, await vault.seal('key', row, 'a secret ✓'))).toBe('a secret ✓')
  })

  it('never shows the secret in the sealed value', async () => {
    const sealed = await vault.seal('key', row, 'PRIVATE')
    expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('PRIVATE')
  })

  it('stays shut for another row', async () => {
    await expect(vault.unseal('key', 'another', await vault.seal('key', row, 's'))).rejects.toMatchObject(refusal)
  })

  it('stays shut for another purpose', async () => {
    await expect(vault.unseal('settings', row, await vault.seal('key', row, 's'))).rejects.toMatchObject(refusal)
  })

  it.each([0, 2, 3, 4])('stays shut when part %i of the sealed value was changed', async (part) => {
    const parts = (await vault.seal('key', row, 'a secret')).split('.')
    const text = parts[part] ?? ''
    parts[part] = text.startsWith('A') ? `B${text.slice(1)}` : `A${text.slice(1)}`
    await expect(vault.unseal('key', row, parts.join('.'))).rejects.toMatchObject(refusal)
  })

  it('stays shut when the key is not here any more', async () => {
    const sealed = await createVault([older]).seal('key', row, 's')
    await expect(createVault([newer]).unseal('key', row, sealed)).rejects.toMatchObject(refusal)
  })

  it('opens what an older key sealed, and says that it should be sealed again', async () => {
    const sealed = await createVault([older]).seal('key', row, 's')
    expect(await vault.unseal('key', row, sealed)).toBe('s')
    expect(vault.needsResealing(sealed)).toBe(true)
    expect(vault.needsResealing(await vault.seal('key', row, 's'))).toBe(false)
  })
})

it('keys are read from text, newest first', () => {
  const text = [newer, older].map(({ kid, key }) => `${kid}:${key.toString('base64url')}`).join(',')
  expect(parseVaultKeys(text).map(({ kid, key }) => ({ kid, key: Buffer.from(key) }))).toEqual([newer, older])
})
