import { describe, expect, test } from 'vitest'
import { type Draft, isAskable, nextPage, onlyReading, readAddress, refusalText } from './request'

const place = { organization: 'contoso', apiVersion: '7.1' }
const draft: Draft = { method: 'GET', host: 'dev.azure.com', path: '', body: '', contentType: 'application/json' }

describe('the next page is the same request with its token', () => {
  test.each([
    ['_apis/projects', '_apis/projects?continuationToken=a%2Bb'],
    ['_apis/projects?$top=1', '_apis/projects?$top=1&continuationToken=a%2Bb'],
    ['_apis/projects?ContinuationToken=1&$top=1', '_apis/projects?$top=1&continuationToken=a%2Bb'],
    ['_apis/a?q=what?&$top=1', '_apis/a?q=what?&$top=1&continuationToken=a%2Bb'],
  ])('%s', (path, next) => {
    expect(nextPage(path, 'a+b')).toBe(next)
  })
})

describe('only what would be sent is offered to be asked', () => {
  test.each([
    ['https://dev.azure.com/contoso/_apis/projects', true],
    ['https://contoso.visualstudio.com/_apis/projects', true],
    ['https://dev.azure.com/contoso/Store/_git/shop', false],
    ['https://dev.azure.com/fabrikam/_apis/projects', false],
    ['https://evil.example/_apis/projects', false],
    ['_apis/projects', false],
  ])('%s: %s', (text, expected) => {
    expect(isAskable(text, draft, place)).toBe(expected)
  })
})

test('without the right to write a draft asks, and keeps what was typed', () => {
  const writing = { ...draft, method: 'PATCH', body: '[]' } as const
  expect(onlyReading(writing)).toEqual({ ...writing, method: 'GET' })
  expect(onlyReading({ ...draft, method: 'POST' })).toEqual({ ...draft, method: 'POST' })
})

test('a refusal says what is wrong and what to do; an empty path is only missing', () => {
  const textOf = (path: string) => {
    const { refusal } = readAddress({ ...draft, path }, place)
    return refusal && refusalText({ ...draft, path }, refusal)
  }
  expect(textOf('_apis/tokens/pats')).toMatch(
    /does not ask for tokens\. What is under _apis\/tokens answers with tokens\. Sign in with/,
  )
  expect(textOf(' ')).toBe('Enter a path, for example _apis/projects')
})
