import { expect, test } from 'vitest'
import { createTestSigner } from '#lib/platform/testing/signer'
import { openKeyVault } from './key-vaults'

const place = { vaultUrl: 'https://contoso-vault.vault.azure.net', sandbox: false }
const tokenUrl = 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token'
const app = (clientId: string) =>
  ({ kind: 'certificate', tokenUrl, clientId, signer: createTestSigner().signer }) as const

test('the managed identity of the server calls no vault that the operator has not listed', async () => {
  await expect(openKeyVault(place, { kind: 'managed identity' })).rejects.toMatchObject({
    code: 'managed_identity_not_allowed',
    evidence: [{ label: 'Key vault', value: 'contoso-vault' }],
  })
})

test('one caller has one way into a vault, and so one token; another caller has another', async () => {
  const first = await openKeyVault(place, app('3f2504e0-4f89-41d3-9a0c-0305e82c3301'))
  expect(await openKeyVault(place, app('3f2504e0-4f89-41d3-9a0c-0305e82c3301'))).toBe(first)
  expect(await openKeyVault(place, app('00000000-4f89-41d3-9a0c-0305e82c3301'))).not.toBe(first)
})
