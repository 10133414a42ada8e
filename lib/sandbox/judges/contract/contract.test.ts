import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createJudgedOrganization } from '../organization'
import { hasReference, skipped } from '../reference'
import { codeCalls } from './calls/code'
import { coreCalls } from './calls/core'
import { deliveryCalls } from './calls/delivery'
import { peopleCalls } from './calls/people'
import { planningCalls } from './calls/planning'
import { searchCalls } from './calls/search'
import { trackingCalls } from './calls/tracking'
import { createExaminer, differences, type Outcome } from './examine'
import { explains, knownDifferences } from './known-differences'
import { findOperation, operationsOfVersion } from './operations'
import { tableOf } from './table'

const calls = [
  ...coreCalls,
  ...trackingCalls,
  ...planningCalls,
  ...peopleCalls,
  ...codeCalls,
  ...deliveryCalls,
  ...searchCalls,
]
const versions = ['7.1', '7.0']
const operations = new Map(versions.map((version) => [version, operationsOfVersion(version)]))
const outcomes = new Map<string, Outcome[]>()
const note = hasReference ? '' : `: ${skipped}`

/** Routes that no document describes, and that their own tests call. */
const withoutCall: readonly string[] = ['GET analytics.dev.azure.com _odata/**']

const untried = new Set<string>()

beforeAll(async () => {
  for (const version of versions) {
    const organization = createJudgedOrganization()
    const examine = createExaminer((request) => organization.fetch(request), operations.get(version) ?? [])
    const played: Outcome[] = []
    for (const call of calls) played.push(await examine(call))
    outcomes.set(version, played)
    for (const route of organization.unansweredRoutes()) untried.add(route)
  }
})

afterAll(() => {
  for (const [version, played] of outcomes) if (hasReference) console.log(tableOf(version, played))
})

describe('the answers of the organization', () => {
  test.each(versions)(`are as the OpenAPI documents of %s say, or the difference is known${note}`, (version) => {
    const unexplained = (outcomes.get(version) ?? []).flatMap((outcome) =>
      outcome.findings
        .filter((found) => !knownDifferences.some((known) => explains(known, outcome, found)))
        .map((found) => `${outcome.call} (${outcome.operation})${found}`),
    )
    expect(unexplained).toEqual([])
  })

  test('come from every route that the organization has', () => {
    expect([...untried].filter((route) => !withoutCall.includes(route))).toEqual([])
  })

  test(`no difference is listed that is none any more${note}`, () => {
    const all = [...outcomes.values()].flat()
    const stale = knownDifferences.filter(
      (known) => !all.some((outcome) => outcome.findings.some((found) => explains(known, outcome, found))),
    )
    expect(hasReference ? stale : []).toEqual([])
  })
})

describe('the judge', () => {
  const project = { id: '6c1c7dc4-0c5c-4b3a-9f3e-0d8c1d1f2a3b', name: 'Storefront', state: 'wellFormed', revision: 3 }
  const broken: readonly (readonly [string, object])[] = [
    ['a wrong type', { count: 1, value: [{ ...project, revision: 'three' }] }],
    ['a GUID that is none', { count: 1, value: [{ ...project, id: '17' }] }],
    ['a value that its list does not have', { count: 1, value: [{ ...project, state: 'splendid' }] }],
    ['a member too many', { count: 1, value: [{ ...project, colour: 'blue' }] }],
    ['a number that is null', { count: 1, value: [{ ...project, revision: null }] }],
    ['a wrong count', { count: 2, value: [project] }],
  ]
  const operation = findOperation(operations.get('7.1') ?? [], 'GET', '/contoso/_apis/projects')

  test(`lets a good answer pass${note}`, () => {
    expect(operation ? differences(operation, { count: 1, value: [project] }) : []).toEqual([])
  })

  test.each(broken)(`finds %s${note}`, (_, body) => {
    expect(operation ? differences(operation, body) : [skipped]).toHaveLength(1)
  })
})
