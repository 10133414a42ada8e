import { expect, it } from 'vitest'
import type { CheckResult } from '#lib/connections/schema'
import { supportText } from './support-text'

const exchange = {
  method: 'POST',
  url: 'https://login.microsoftonline.com/x/oauth2/v2.0/token',
  status: 401,
  headers: [],
  at: '2026-01-01T00:00:00.000Z',
  durationMs: 12,
}
const failed: CheckResult = {
  id: 'token',
  verdict: 'failed',
  durationMs: 12,
  summary: '',
  exchanges: [exchange],
  finding: {
    code: 'AADSTS700016',
    title: 'There is no such app',
    cause: '',
    remedy: '',
    owner: 'you',
    evidence: [
      { label: 'HTTP status', value: '401' },
      { label: 'Trace ID', value: 't-1' },
      { label: 'Correlation ID', value: 'c-1' },
      { label: 'Our SHA-1', value: 'AA' },
    ],
  },
}

it('says when, what was asked, and the IDs by which Microsoft finds it', () => {
  expect(supportText(failed)).toBe(
    [
      'AADSTS700016: There is no such app',
      'Time: 2026-01-01T00:00:00.000Z',
      'Request: POST https://login.microsoftonline.com/x/oauth2/v2.0/token',
      'HTTP status: 401',
      'Trace ID: t-1',
      'Correlation ID: c-1',
    ].join('\n'),
  )
})

it('is not there where Microsoft was not asked, or nothing was wrong', () => {
  const { exchanges: _, ...unasked } = failed
  const { finding: __, ...passed } = failed
  expect([supportText(unasked), supportText(passed)]).toEqual([undefined, undefined])
})
