import { expect, test } from 'vitest'
import type { Certificate } from '../schema'
import { expiryNotice } from './notice'

const now = new Date('2026-03-02T10:00:00Z')
const day = 86_400_000

const ending = (inDays: number): Certificate => ({
  id: 'c1',
  name: 'Production',
  subject: 'CN=Certboard',
  notBefore: '2025-01-01T00:00:00.000Z',
  notAfter: new Date(now.getTime() + inDays * day).toISOString(),
  thumbprintSha1: 'A'.repeat(40),
  thumbprintSha256: 'B'.repeat(64),
  keySize: 3072,
  source: 'generated',
  createdAt: '2025-01-01T00:00:00.000Z',
})
const uses = [{ name: 'Contoso', url: 'https://certboard.example/connections/1' }, { name: 'Fabrikam' }]

test.each([
  [31, undefined, ''],
  [30, 30, 'ends in 30 days'],
  [14.01, 30, 'ends in 15 days'],
  [14, 14, 'ends in 14 days'],
  [7.5, 14, 'ends in 8 days'],
  [7, 7, 'ends in 7 days'],
  [1.5, 7, 'ends in 2 days'],
  [1, 1, 'ends within a day'],
  [0.1, 1, 'ends within a day'],
  [-3, 1, 'has ended'],
])('with %s days left it is the warning of day %s: %s', (left, days, words) => {
  const notice = expiryNotice(ending(left), uses, now)
  expect(notice?.id).toBe(days && `certificate.expires/c1/${days}`)
  expect(notice?.subject ?? '').toBe(days ? `The certificate “Production” ${words}` : '')
})

test('it names the connections that stop working, the way there and the thumbprint', () => {
  const notice = expiryNotice(ending(7), uses, now)
  expect(notice?.text).toContain('- Contoso: https://certboard.example/connections/1\n- Fabrikam\n')
  expect(notice?.text).toContain('A'.repeat(40))
  expect(notice?.data).toMatchObject({ certificateId: 'c1', connections: uses })
})

test('a certificate that no connection signs with is not warned about', () => {
  expect(expiryNotice(ending(1), [], now)).toBeUndefined()
})
