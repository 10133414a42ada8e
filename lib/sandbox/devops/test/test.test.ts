import { describe, expect, test } from 'vitest'
import { bodyOf, createTestOrganization, errorOf, type ListBody } from '../test-organization'

const { get, fetch } = createTestOrganization({ items: 300 })
const api = 'Storefront/_apis'

interface Run {
  readonly id: number
  readonly totalTests: number
  readonly passedTests: number
  readonly unanalyzedTests: number
  readonly notApplicableTests: number
  readonly completedDate: string
  readonly build: { id: string }
  readonly runStatistics: readonly { outcome: string; count: number }[]
}

interface Result {
  readonly id: number
  readonly outcome: string
  readonly errorMessage?: string
}

const list = async <T>(path: string): Promise<readonly T[]> => (await bodyOf<ListBody<T>>(get(path))).value
const runs = (query: string) => list<Run>(`${api}/test/runs?${query}`)

const failedRun = async (): Promise<Run> => {
  const all = await runs('includeRunDetails=true&$top=1000')
  const run = all.find(({ unanalyzedTests }) => unanalyzedTests > 0)
  if (!run) throw new Error('No test ever failed')
  return run
}

describe('test runs', () => {
  test('count the same tests in their totals, statistics and results', async () => {
    const run = await failedRun()
    const results = await list<Result>(`${api}/test/runs/${run.id}/results`)
    expect(results).toHaveLength(run.totalTests)
    expect(run.passedTests + run.unanalyzedTests + run.notApplicableTests).toBe(run.totalTests)
    const { runStatistics } = await bodyOf<Run>(get(`${api}/test/runs/${run.id}/statistics`))
    expect(runStatistics).toEqual(run.runStatistics)
    for (const { outcome, count } of runStatistics) {
      expect(results.filter((result) => result.outcome === outcome)).toHaveLength(count)
    }
    expect(await bodyOf(get(`${api}/test/runs/${run.id}`))).toEqual(run)
  })

  test('page without a gap or a repetition', async () => {
    const whole = (await runs('$top=30')).map(({ id }) => id)
    const pages = [await runs('$top=10'), await runs('$top=10&$skip=10'), await runs('$top=10&$skip=20')]
    expect(pages.flat().map(({ id }) => id)).toEqual(whole)
  })

  test('of a build are found by its address and number', async () => {
    const run = await failedRun()
    expect((await runs(`buildUri=vstfs:///Build/Build/${run.build.id}`)).map(({ id }) => id)).toEqual([run.id])
    expect((await runs(`buildIds=${run.build.id}`)).map(({ id }) => id)).toEqual([run.id])
  })

  test('are filtered by two dates that are at most a week apart', async () => {
    const from = 'minLastUpdatedDate=2026-11-02T00:00:00Z'
    const found = await runs(`${from}&maxLastUpdatedDate=2026-11-06T00:00:00Z`)
    expect(found.length).toBeGreaterThan(5)
    expect(found.every(({ completedDate }) => completedDate >= '2026-11-02' && completedDate < '2026-11-06')).toBe(true)
    expect((await get(`${api}/test/runs?${from}`)).status).toBe(400)
    expect((await get(`${api}/test/runs?${from}&maxLastUpdatedDate=2026-11-10T00:00:00Z`)).status).toBe(400)
  })

  test('are found in their own project only', async () => {
    const [run] = await runs('$top=1')
    expect(await errorOf(get(`Workplace/_apis/test/runs/${run?.id}`))).toMatchObject({ status: 404 })
  })
})

test('failed results are asked for alone, and say what went wrong', async () => {
  const run = await failedRun()
  const failed = await list<Result>(`${api}/test/runs/${run.id}/results?outcomes=Failed&$top=1000`)
  expect(failed).toHaveLength(run.unanalyzedTests)
  expect(failed.every(({ outcome, errorMessage }) => outcome === 'Failed' && errorMessage)).toBe(true)
})

describe('the summary of a build', () => {
  interface Summary {
    readonly aggregatedResultsAnalysis: { totalTests: number; resultsByOutcome: Record<string, { count: number }> }
    readonly testFailures: Record<'newFailures' | 'existingFailures', { count: number }>
  }

  test('adds up to its runs, and parts failures into new ones and those there were before', async () => {
    const run = await failedRun()
    const path = `${api}/test/resultsummarybybuild?buildId=${run.build.id}&includeFailureDetails=true`
    const { aggregatedResultsAnalysis, testFailures } = await bodyOf<Summary>(get(path))
    expect(aggregatedResultsAnalysis.totalTests).toBe(run.totalTests)
    expect(aggregatedResultsAnalysis.resultsByOutcome.Failed?.count).toBe(run.unanalyzedTests)
    expect(testFailures.newFailures.count + testFailures.existingFailures.count).toBe(run.unanalyzedTests)
  })

  test('is the same on the host of the test results', async () => {
    const run = await failedRun()
    const query = `buildId=${run.build.id}&includeFailureDetails=true&api-version=7.1-preview.1`
    const there = `https://vstmr.dev.azure.com/contoso/${api}/testresults/resultsummarybybuild?${query}`
    const here = get(`${api}/test/resultsummarybybuild?${query.replace('preview.1', 'preview.3')}`)
    expect(await bodyOf(fetch(new Request(there)))).toEqual(await bodyOf(here))
    const failed = `${there.replace('summary', 's')}&outcomes=Failed`
    expect((await bodyOf<ListBody<Result>>(fetch(new Request(failed)))).count).toBe(run.unanalyzedTests)
  })

  test('details its results run by run, of all outcomes or of some', async () => {
    const run = await failedRun()
    const details = async (filter: string) => {
      const query = `buildId=${run.build.id}&api-version=7.1-preview.2${filter}`
      type Details = { resultsForGroup: readonly { results: readonly Result[] }[] }
      const { resultsForGroup } = await bodyOf<Details>(get(`${api}/test/resultdetailsbybuild?${query}`))
      return resultsForGroup.flatMap(({ results }) => results)
    }
    expect(await details('')).toHaveLength(run.totalTests)
    const failed = await details('&$filter=Outcome eq Failed,Aborted')
    expect(failed.map(({ outcome }) => outcome)).toEqual(Array.from({ length: run.unanalyzedTests }, () => 'Failed'))
    expect((await get(`${api}/test/resultdetailsbybuild?buildId=${run.build.id}&$filter=Name eq a`)).status).toBe(400)
  })
})
