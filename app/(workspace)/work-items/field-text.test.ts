import { expect, it } from 'vitest'
import { fieldText, nameOfReference } from './field-text'

it('shows people by their name, booleans as words and an empty field as nothing', () => {
  expect(fieldText({ displayName: 'Ada Lind', uniqueName: 'ada@contoso.example' })).toBe('Ada Lind')
  expect(fieldText(true)).toBe('Yes')
  expect(fieldText(undefined)).toBe('')
})

it('shows an instant as a date and leaves text that only begins like one', () => {
  expect(fieldText('2026-03-04T12:00:00.123Z')).toMatch(/4 Mar 2026/)
  expect(fieldText('2026-03-04 is the day')).toBe('2026-03-04 is the day')
})

it('makes a name of a reference name', () => {
  expect(nameOfReference('Microsoft.VSTS.Common.AcceptanceCriteria')).toBe('Acceptance criteria')
})
