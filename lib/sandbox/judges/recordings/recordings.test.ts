import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stranger } from '../../devops/test-organization'
import { createJudgedOrganization } from '../organization'
import { hasReference, skipped } from '../reference'
import { codePairs } from './code-pairs'
import { compareBodies } from './compare'
import { explains, knownDifferences } from './known-differences'
import { organizationPairs } from './organization-pairs'
import type { Pair } from './pair'
import { createReplay, type Replayed } from './replay'
import { trackingPairs } from './tracking-pairs'

const pairs = [...organizationPairs(trackingPairs), ...codePairs]
const note = hasReference ? '' : `: ${skipped}`
const replayed: Replayed[] = []

const callers = { stranger, 'out of scope': { kind: 'out of scope' } } as const
const callerOf = (name: Pair['caller']) => name && callers[name]

beforeAll(async () => {
  const { fetch } = createJudgedOrganization()
  const replay = createReplay((request, caller) => fetch(request, callerOf(caller)))
  for (const pair of pairs) replayed.push(await replay(pair))
})

afterAll(() => {
  if (!hasReference) return
  const count = (verdict: Replayed['verdict']) => replayed.filter((one) => one.verdict === verdict).length
  const known = knownDifferences.map(({ recorded, finding, because }) => `  ${recorded}: ${finding} (${because})`)
  const verdicts = ['same', 'different', 'not emulated', 'not reached'] as const
  const counts = verdicts.map((verdict) => `${verdict} ${count(verdict)}`)
  const missing = replayed
    .filter(({ verdict }) => verdict === 'not emulated' || verdict === 'not reached')
    .map(({ verdict, pair }) => `  ${pair.recorded}: ${pair.call} (${verdict})`)
  console.log(
    [
      `Recorded pairs ${pairs.filter(({ recorded }) => recorded !== '').length}: ${counts.join(', ')}`,
      'knowingly different:',
      ...known,
      'missing:',
      ...missing,
    ].join('\n'),
  )
})

describe('what was recorded', () => {
  test(`is answered in the same shape, or the difference is known${note}`, () => {
    const unexplained = replayed.flatMap((one) =>
      one.findings
        .filter((found) => !knownDifferences.some((known) => explains(known, one, found)))
        .map((found) => `${one.pair.recorded} (${one.pair.call}) ${found}`),
    )
    expect(unexplained).toEqual([])
  })

  test(`has its pair in the recordings${note}`, () => {
    const missing = replayed.filter(({ verdict }) => verdict === 'no recording').map(({ pair }) => pair.recorded)
    expect(hasReference ? missing : []).toEqual([])
  })

  test(`has no difference listed that is none any more${note}`, () => {
    const stale = knownDifferences.filter(
      (known) => !replayed.some((one) => one.findings.some((found) => explains(known, one, found))),
    )
    expect(hasReference ? stale : []).toEqual([])
  })
})

describe('the judge of shapes', () => {
  const recorded = { id: 1, name: 'a', tags: [{ id: 1 }, { id: 2, note: null }] }

  test.each([
    ['nothing in the same shape', { id: 9, name: 'b', tags: [{ id: 3 }] }, ['/tags/*/note is missing']],
    ['another kind', { id: '1', name: 'a', tags: [] }, ['/id is string, recorded number']],
    ['a null', { id: 1, name: null, tags: [] }, ['/name is null, recorded string']],
    ['a missing member', { id: 1, tags: [] }, ['/name is missing']],
    ['a new member', { id: 1, name: 'a', size: 1, tags: [] }, ['/size is not recorded']],
    ['another order', { name: 'a', id: 1, tags: [] }, [' has its members in another order']],
  ])('finds %s', (_, answered, findings) => {
    expect(compareBodies(answered, recorded)).toEqual(findings)
  })
})
