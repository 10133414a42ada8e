import { expect, test } from 'vitest'
import type { ConsoleAnswer } from '#lib/connections/console/schema'
import type { Draft } from './request'
import { isSent, reduce, type Session } from './session'

const draftOf = (path: string): Draft => ({
  method: 'GET',
  host: 'dev.azure.com',
  path,
  body: '',
  contentType: 'application/json',
})

const answerAt = (at: string) => ({ at, status: 200 }) as ConsoleAnswer
const start: Session = { draft: draftOf('typed'), asked: [] }
const outcomes = ({ asked }: Session) => asked.map(({ draft, outcome }) => `${draft.path}: ${outcome}`)

test('what was typed and not sent is kept when another request takes its place', () => {
  const session = reduce(start, { type: 'ask', draft: draftOf('asked'), at: '1' })
  expect(session.draft.path).toBe('asked')
  expect(outcomes(session)).toEqual(['typed: not sent'])
})

test('what was sent without an answer is not called unsent, and is there once when the answer comes', () => {
  const sent = reduce(start, { type: 'send', draft: start.draft })
  const replaced = reduce(sent, { type: 'replace', draft: draftOf('other'), at: '1' })
  expect(outcomes(replaced)).toEqual(['typed: no answer'])
  const answered = reduce(replaced, { type: 'answer', answered: { draft: start.draft, answer: answerAt('2') } })
  expect(outcomes(answered)).toEqual([])
})

test('only the latest answer is kept; of those before, the status', () => {
  const first = reduce(start, { type: 'answer', answered: { draft: start.draft, answer: answerAt('1') } })
  const second = reduce(first, { type: 'answer', answered: { draft: draftOf('second'), answer: answerAt('2') } })
  expect(second.latest?.answer.at).toBe('2')
  expect(second.asked).toEqual([{ draft: start.draft, outcome: 200, at: '1' }])
})

test('choosing among what was asked adds nothing', () => {
  const session: Session = { ...start, asked: [{ draft: start.draft, outcome: 200, at: '1' }] }
  expect(reduce(session, { type: 'replace', draft: draftOf('other'), at: '2' }).asked).toHaveLength(1)
})

test('what was kept unsent is no longer called so once it is sent', () => {
  const kept = reduce(start, { type: 'replace', draft: draftOf('other'), at: '1' })
  const chosen = reduce(kept, { type: 'replace', draft: start.draft, at: '2' })
  expect(isSent(chosen)).toBe(false)
  const sent = reduce(chosen, { type: 'send', draft: start.draft })
  expect(isSent(sent)).toBe(true)
  expect(outcomes(sent)).toEqual(['other: not sent'])
})
