import { decodeJwt, decodeProtectedHeader, jwtVerify } from 'jose'
import { expect, test } from 'vitest'
import { createTestSigner } from '#lib/platform/testing/signer'
import { signClientAssertion } from './client-assertion'

const { signer, publicKey } = createTestSigner()
const clientId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const audience = 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token'
const now = () => Date.parse('2026-03-02T10:00:00.900Z')

const assertion = (algorithm: 'PS256' | 'RS256') => signClientAssertion(signer, { clientId, audience, algorithm, now })

test.each(['PS256', 'RS256'] as const)('an independent library verifies a %s assertion', async (algorithm) => {
  const verified = jwtVerify(await assertion(algorithm), publicKey, {
    algorithms: [algorithm],
    issuer: clientId,
    subject: clientId,
    audience,
    currentDate: new Date(now()),
  })
  await expect(verified).resolves.toBeDefined()
})

test('PS256 carries the SHA-256 thumbprint and no other', async () => {
  expect(decodeProtectedHeader(await assertion('PS256'))).toEqual({
    alg: 'PS256',
    typ: 'JWT',
    'x5t#S256': Buffer.from(signer.thumbprintSha256, 'hex').toString('base64url'),
  })
})

test('RS256 carries the SHA-1 thumbprint and no other', async () => {
  expect(decodeProtectedHeader(await assertion('RS256'))).toEqual({
    alg: 'RS256',
    typ: 'JWT',
    x5t: Buffer.from(signer.thumbprintSha1, 'hex').toString('base64url'),
  })
})

test('an assertion is valid from this second, for five minutes', async () => {
  const { iat, nbf, exp } = decodeJwt(await assertion('PS256'))
  expect({ iat, nbf, exp }).toEqual({ iat: 1772445600, nbf: 1772445600, exp: 1772445900 })
})

test('two assertions never share a jti', async () => {
  const assertions = await Promise.all(Array.from({ length: 100 }, () => assertion('PS256')))
  expect(new Set(assertions.map((each) => decodeJwt(each).jti)).size).toBe(100)
})
