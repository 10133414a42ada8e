import { X509Certificate } from 'node:crypto'
import { expect, test } from 'vitest'
import { createTestCertificate, createTestSigner } from '#lib/platform/testing/signer'
import { newestVaultVersion, vaultSign } from './linked-certificate'

const { signer, certificatePem } = await createTestCertificate()
const { publicKey, raw } = new X509Certificate(certificatePem)
const message = Buffer.from('header.claims')

const linked = { name: 'mine', version: '1', publicKey }

test('only the digest goes to the vault, and to the linked version', async () => {
  const asked: unknown[] = []
  const sign = async (...args: unknown[]) => {
    asked.push(args)
    return await signer.sign('PS256', message)
  }
  await vaultSign({ sign }, linked)('PS256', message)
  expect(asked).toEqual([['mine', '1', 'PS256', expect.objectContaining({ length: 32 })]])
})

test.each([
  ['another key', () => createTestSigner().signer.sign('PS256', message)],
  ['another algorithm', () => signer.sign('RS256', message)],
  ['another message', () => signer.sign('PS256', Buffer.from('other'))],
])('a signature by %s is handed to nobody', async (_, sign) => {
  await expect(vaultSign({ sign }, linked)('PS256', message)).rejects.toMatchObject({
    code: 'key_vault_signature_wrong',
    evidence: [{ label: 'Key', value: 'mine/1' }],
  })
})

test('what the vault has as newest version is told by its end and thumbprint', async () => {
  const getCertificate = async () => ({ version: '2', certificate: raw })
  const newest = await newestVaultVersion({ getCertificate }, linked)
  expect(newest).toMatchObject({ version: '2', isLinked: false, thumbprintSha1: signer.thumbprintSha1 })
  expect(Date.parse(newest.notAfter)).toBeGreaterThan(Date.now())
  expect(await newestVaultVersion({ getCertificate }, { ...linked, version: '2' })).toMatchObject({ isLinked: true })
})

test('a certificate that cannot be read is an answer of something else', async () => {
  const getCertificate = async () => ({ version: '2', certificate: Buffer.from('x') })
  await expect(newestVaultVersion({ getCertificate }, linked)).rejects.toMatchObject({
    code: 'key_vault_answer_unexpected',
  })
})
