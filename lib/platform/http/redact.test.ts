import { expect, test } from 'vitest'
import { quote } from './redact'

const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJ4In0.c2lnbmF0dXJl-_'

const signature = Buffer.alloc(256, 'sig').toString('base64url')
const digest = Buffer.alloc(32, 'dig').toString('base64url')

test.each([
  [`seen: ${token}, and ${token.split('.')[0]}`, 'seen: [token removed], and [token removed]'],
  ['{"access_token": "opaque", "expires_in": 1}', '{"access_token": "[removed]", "expires_in": 1}'],
  [`{"kid":"https://v/keys/k/1","value":"${signature}"}`, '{"kid":"https://v/keys/k/1","value":"[removed]"}'],
  [`{ "value": "${signature}", "kid": "x" }`, '{ "value": "[removed]", "kid": "x" }'],
  [`{"alg":"PS256","value":"${digest}"}`, `{"alg":"PS256","value":"${digest}"}`],
  [String.raw`{"v":"{\"access_token\":\"opaque\"}"}`, String.raw`{"v":"{\"access_token\":\"[removed]\"}"}`],
  ['{"accessToken":"opaque"}', '{"accessToken":"[removed]"}'],
  ['authorization: bearer abcdefghijklmnopqr', 'authorization: bearer [removed]'],
  [`x_${token}`, 'x_[token removed]'],
  [
    '"https://a.blob.core.windows.net/b?sv=1&sig=a%2Fb&x=1"',
    '"https://a.blob.core.windows.net/b?sv=1&sig=[removed]&x=1"',
  ],
  ['https://artprod.dev.azure.com/a?urlSignature=abc', 'https://artprod.dev.azure.com/a?urlSignature=[removed]'],
  ['a=1&access_token=opaque&b=2', 'a=1&access_token=[removed]&b=2'],
  ['a=1&client_secret=s%2Fx&password=p', 'a=1&client_secret=[removed]&password=[removed]'],
  [
    'Authorization: Bearer abcdefghijklmnop.qr_st-u==, Basic realm="x"',
    'Authorization: Bearer [removed], Basic realm="x"',
  ],
  ['x -----BEGIN PRIVATE KEY-----\nMII\n-----END PRIVATE KEY----- y', 'x [key removed] y'],
  ['-----BEGIN RSA PRIVATE KEY-----\nMII cut', '[key removed]'],
])('%s is shown as %s', (text, shown) => {
  expect(quote(text)).toBe(shown)
})

test('a credential at the very end of what is quoted is removed as well', () => {
  for (let length = 1970; length < 2000; length++)
    expect(quote('.'.repeat(length) + token)).not.toContain(token.slice(0, 30))
})

test('a quotation has an end', () => {
  expect(quote('x'.repeat(10_000))).toHaveLength(2000)
})
