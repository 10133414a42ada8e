import { expect, test } from 'vitest'
import { AppError, describe } from '#lib/platform/errors/index'
import { callerError } from './caller-error'

test.each([
  ['AADSTS700027', 'key_vault_caller_certificate_unknown'],
  ['AADSTS700016', 'key_vault_caller_app_unknown'],
  ['AADSTS500011', 'key_vault_caller_refused'],
] as const)('%s of the app that calls a vault is %s, so that nobody mends the app of the connection', (code, told) => {
  expect(callerError(new AppError(code))).toMatchObject({ code: told, field: undefined })
})

test('a number without a finding of its own is told with what mends it', () => {
  const evidence = [{ label: 'Trace ID', value: 'x' }]
  expect(callerError(new AppError('AADSTS500014', { detail: 'AADSTS500014: Disabled.', evidence }))).toMatchObject({
    code: 'key_vault_caller_refused',
    detail: 'AADSTS500014: Disabled.',
    evidence: [
      { label: 'AADSTS500014', value: describe('AADSTS500014').title },
      { label: 'What mends it', value: describe('AADSTS500014').remedy },
      ...evidence,
    ],
  })
})

test.each([
  new AppError('AADSTS700024'),
  new AppError('entra_throttled'),
  new AppError('network_refused'),
  new AppError('managed_identity_missing'),
  new Error('not ours'),
])('what has the same remedy whoever signs in stays as it is: %s', (failure) => {
  expect(callerError(failure)).toBe(failure)
})
