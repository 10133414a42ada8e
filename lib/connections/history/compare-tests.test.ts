import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type CheckResult, checkIds, connectionInput, type Verdict } from '../schema'
import { type ComparedTest, compareTests } from './compare-tests'

const settings = connectionInput.parse({
  name: 'Contoso',
  tokenUrl: 'contoso.onmicrosoft.com',
  clientId: '3F2504E0-4F89-41D3-9A0C-0305E82C3301',
  certificateId: crypto.randomUUID(),
  organization: 'contoso',
})

const finding = { code: 'TF401444', title: '', cause: '', remedy: '', evidence: [], owner: 'you' } as const

const result = fc.record({
  verdict: fc.constantFrom<Verdict>('passed', 'limited', 'warned', 'failed', 'skipped'),
  summary: fc.string(),
  durationMs: fc.nat(),
})
const someTest: fc.Arbitrary<ComparedTest> = fc.record({
  results: fc.tuple(...checkIds.map((id) => result.map((one): CheckResult => ({ id, ...one })))),
  durationMs: fc.nat(),
  settings: fc.constant(settings),
})

test('a test is no different from itself', () => {
  fc.assert(
    fc.property(someTest, (one) => {
      expect(compareTests(one, one)).toEqual([])
    }),
  )
})

test('every verdict that changed is told, unless the check was not made', () => {
  fc.assert(
    fc.property(someTest, someTest, (before, after) => {
      const changes = compareTests(before, after)
      for (const [place, { id, verdict }] of after.results.entries()) {
        const told = changes.some((change) => change.kind === 'check' && change.check === id)
        if (verdict === 'skipped') expect(told).toBe(false)
        else if (before.results[place]?.verdict !== verdict) expect(told).toBe(true)
      }
    }),
  )
})

const passed = (id: CheckResult['id'], summary: string): CheckResult => ({
  id,
  verdict: 'passed',
  durationMs: 1,
  summary,
})

test('what a steady check saw is compared; times and counts of the moment are not', () => {
  const before = { results: [passed('projects', '3 projects'), passed('clock', '0.2 s apart')] }
  const after = { results: [passed('projects', '2 projects'), passed('clock', '0.9 s apart')] }
  expect(compareTests(before, after)).toEqual([
    { kind: 'check', check: 'projects', before: 'passed: 3 projects', after: 'passed: 2 projects' },
  ])
})

test('a setting that was changed comes first and by its name alone; another finding is told by its code', () => {
  const before = { results: [passed('identity', 'Signed in')], settings }
  const failed: CheckResult = { ...passed('identity', 'Refused'), verdict: 'failed', finding }
  const after = { results: [failed], settings: { ...settings, clientId: crypto.randomUUID() } }
  expect(compareTests(before, after)).toEqual([
    { kind: 'setting', setting: 'clientId' },
    { kind: 'check', check: 'identity', before: 'passed: Signed in', after: 'failed, TF401444' },
  ])
})

test('a test that takes more than twice as long, and a second more, is slower', () => {
  const took = (durationMs: number): ComparedTest => ({ results: [], durationMs })
  expect(compareTests(took(900), took(2500))).toEqual([{ kind: 'duration', before: 900, after: 2500 }])
  expect(compareTests(took(100), took(900))).toEqual([])
})
