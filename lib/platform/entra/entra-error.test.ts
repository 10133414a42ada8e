import { expect, test } from 'vitest'
import { createClock } from '#lib/platform/testing/clock'
import { createTestSigner } from '#lib/platform/testing/signer'
import { entraError } from './entra-error'

const tokenUrl = 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token'
const { signer } = createTestSigner()
const { now } = createClock(Date.parse('2026-03-02T10:00:00Z'))
const ids = { trace_id: 'trace-1', correlation_id: 'correlation-1', timestamp: '2026-03-02 10:00:00Z' }

const errorFor = (body: object | string, status = 401, headers = {}) => {
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return entraError({ status, headers: new Headers(headers), text }, { tokenUrl, signer, now })
}

const answer = (number: number, sentence: string, tail = ' Trace ID: trace-1 Correlation ID: correlation-1') => ({
  error: 'invalid_client',
  error_description: `AADSTS${number}: ${sentence}${tail}`,
  error_codes: [number],
  ...ids,
})

const evidenceOf = (error: ReturnType<typeof errorFor>) =>
  Object.fromEntries(error.evidence.map(({ label, value }) => [label, value]))

const reason = (text: string) => `A client assertion problem. [Reason - ${text}]`
const thumbprint = "Thumbprint of key used by client: '5E7C0A91'"

test.each([
  { code: 'AADSTS700027', text: `The key was not found., ${thumbprint}, Please visit the portal` },
  {
    code: 'AADSTS700027_signature',
    text: `The provided signature value did not match the expected one., ${thumbprint}`,
  },
  { code: 'AADSTS700027_expired', text: `The key used is expired., ${thumbprint}, Found key 'Start=1, End=2'` },
  { code: 'AADSTS700027_thumbprint_unreadable', text: 'The key was not found., Please visit the portal' },
])('700027 because of “$text” is $code, with both thumbprints', ({ code, text }) => {
  const error = errorFor(answer(700027, reason(text)))
  expect(error.code).toBe(code)
  expect(evidenceOf(error)).toMatchObject({
    'Thumbprint Entra saw': text.includes('Thumbprint') ? '5E7C0A91' : 'none that it could read',
    'Our SHA-1': signer.thumbprintSha1,
    'Our SHA-256': signer.thumbprintSha256,
  })
})

test.each([
  { tail: ' Trace ID: t Correlation ID: c Timestamp: 2026-03-02 10:00:00Z', form: 'blanks' },
  { tail: '\r\nTrace ID: t\r\nCorrelation ID: c\r\nTimestamp: 2026-03-02 10:00:00Z', form: 'line ends' },
])('the sentence is told apart from a tail joined by $form', ({ tail }) => {
  expect(errorFor(answer(7000112, "Application 'x' is disabled.", tail)).detail).toBe(
    "AADSTS7000112: Application 'x' is disabled.",
  )
})

test('the bracketed reason is left to the evidence', () => {
  const error = errorFor(answer(700027, reason('The key was not found.')))
  expect(error.detail).toBe('AADSTS700027: A client assertion problem.')
  expect(evidenceOf(error).Answer).toContain('[Reason - The key was not found.]')
})

test('what support asks for is there: status, trace, correlation, time and the raw text', () => {
  expect(evidenceOf(errorFor(answer(7000112, 'Disabled.'), 400))).toEqual({
    'HTTP status': '400',
    Error: 'invalid_client',
    'Trace ID': 'trace-1',
    'Correlation ID': 'correlation-1',
    Timestamp: '2026-03-02 10:00:00Z',
    Answer: 'AADSTS7000112: Disabled. Trace ID: trace-1 Correlation ID: correlation-1',
  })
})

test.each([
  { clock: '2026-03-02T10:07:12.5Z', says: "7 min 12 s behind Microsoft's" },
  { clock: '2026-03-02T09:59:20.0Z', says: "40 s ahead of Microsoft's" },
])('700024 says that our clock is $says', ({ clock, says }) => {
  const text = `Client assertion is not within its valid time range. Current time: ${clock}, assertion valid from x.`
  expect(evidenceOf(errorFor(answer(700024, text)))).toMatchObject({ 'Our clock': says })
})

test('700024 without a time in its text takes the Date header', () => {
  const error = errorFor(answer(700024, 'Out of range.'), 401, { date: 'Mon, 02 Mar 2026 10:01:00 GMT' })
  expect(evidenceOf(error)).toMatchObject({ 'Our clock': "1 min 0 s behind Microsoft's" })
})

test('700023 shows audience and URL', () => {
  expect(evidenceOf(errorFor(answer(700023, 'No match.')))).toMatchObject({
    'Audience we signed': tokenUrl,
    'Token URL': tokenUrl,
  })
})

test('of two numbers the last is the cause', () => {
  const body = { ...answer(70002, 'Error validating credentials. AADSTS50012: No.'), error_codes: [70002, 50012] }
  expect(errorFor(body).code).toBe('AADSTS50012')
})

test('a number that is only in the text counts', () => {
  expect(errorFor({ error_description: 'AADSTS90002: Tenant not found.' }, 400).code).toBe('AADSTS90002')
  expect(errorFor('<html><body>AADSTS90013: Invalid input</body></html>', 400).code).toBe('AADSTS90013')
})

test('a number that nobody has told us is AADSTS_unknown, with its own words', () => {
  const error = errorFor(answer(123456789, 'Something new.'), 400)
  expect(error).toMatchObject({ code: 'AADSTS_unknown', detail: 'AADSTS123456789: Something new.' })
})

test.each([
  { body: '<html>Proxy</html>', status: 502, code: 'entra_unavailable' },
  { body: '', status: 503, code: 'entra_unavailable' },
  { body: '<html>Proxy</html>', status: 200, code: 'entra_unexpected_answer' },
  { body: '', status: 407, code: 'proxy_sign_in_required' },
  { body: '[1]', status: 400, code: 'entra_unexpected_answer' },
  { body: 'Too Many Requests', status: 429, code: 'entra_throttled' },
])('$status “$body” without a number is $code', ({ body, status, code }) => {
  expect(errorFor(body, status, { 'retry-after': '60' })).toMatchObject({ code, retryAfter: 60 })
})
