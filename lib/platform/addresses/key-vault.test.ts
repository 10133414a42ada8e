import { expect, test } from 'vitest'
import { keyVaultResource, parseKeyVault, vaultNameOf } from './key-vault'

const vaultUrl = 'https://contoso-vault.vault.azure.net'
const version = '0123456789abcdef0123456789abcdef'

test.each([
  ['contoso-vault', { vaultUrl }],
  ['  Contoso-Vault ', { vaultUrl }],
  ['contoso-vault.vault.azure.net', { vaultUrl }],
  ['https://contoso-vault.vault.azure.net/', { vaultUrl }],
  [`${vaultUrl}/certificates/ado`, { vaultUrl, name: 'ado' }],
  [`${vaultUrl}/keys/ado/${version}`, { vaultUrl, name: 'ado', version }],
  [`${vaultUrl}/secrets/ado/${version.toUpperCase()}`, { vaultUrl, name: 'ado', version }],
  ['https://gov.vault.usgovcloudapi.net', { vaultUrl: 'https://gov.vault.usgovcloudapi.net' }],
])('%s is understood', (text, address) => {
  expect(parseKeyVault(text)).toEqual(address)
})

test.each([
  ['', 'Enter the name'],
  ['my vault', 'Enter the name'],
  ['a', 'Enter the name'],
  ['1vault', 'Enter the name'],
  ['http://contoso-vault.vault.azure.net', 'https://'],
  ['https://contoso-vault.vault.azure.net:8443', 'no port'],
  ['https://me:you@contoso-vault.vault.azure.net', 'no user name'],
  ['https://contoso.managedhsm.azure.net', 'managed HSM'],
  ['https://contoso.example', 'has an address like'],
  [`${vaultUrl}/storage/ado`, 'names no certificate'],
  [`${vaultUrl}/certificates/ado/new`, '32 hexadecimal digits'],
  [`${vaultUrl}/certificates/ado/${version}/sign`, 'names no certificate'],
])('%s is refused with a reason', (text, reason) => {
  expect(parseKeyVault(text)).toEqual({ problem: expect.stringContaining(reason) })
})

test('the name and the resource of a vault follow from its address', () => {
  expect(vaultNameOf(vaultUrl)).toBe('contoso-vault')
  expect(keyVaultResource('https://gov.vault.usgovcloudapi.net')).toBe('https://vault.usgovcloudapi.net')
})
