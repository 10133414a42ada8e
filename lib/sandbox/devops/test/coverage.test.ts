import { describe, expect, test } from 'vitest'
import { bodyOf, createTestOrganization, errorOf, type ListBody } from '../test-organization'

const { get, post } = createTestOrganization({ items: 300 })
const api = 'Storefront/_apis'

interface Run {
  readonly id: number
  readonly totalTests: number
  readonly completedDate: string
  readonly build: { id: string }
}

interface Module {
  readonly statistics: { linesCovered: number; linesNotCovered: number; linesPartiallyCovered: number }
  readonly functions: readonly object[]
  readonly blockData?: string
}

interface Coverage {
  readonly modules: readonly Module[]
}

interface Trend {
  readonly totalTests: number
  readonly testResultsContext: { build: { id: number; definitionId: number; branchName: string } }
}

const list = async <T>(path: string): Promise<readonly T[]> => (await bodyOf<ListBody<T>>(get(path))).value
const lastRuns = async () => (await list<Run>(`${api}/test/runs?includeRunDetails=true&$top=10000`)).slice(-20)

describe('code coverage', () => {
  test('is the same for a build and its test run', async () => {
    for (const { id, build } of await lastRuns()) {
      const [ofRun] = await list<Coverage>(`${api}/test/runs/${id}/codecoverage?flags=7`)
      const [ofBuild] = await list<Coverage>(`${api}/test/codecoverage?buildId=${build.id}&flags=7`)
      expect(ofRun?.modules).toHaveLength(1)
      expect(ofBuild?.modules).toEqual(ofRun?.modules)
    }
  })

  test('tells of modules, functions and blocks as the flags add up', async () => {
    const [run] = await lastRuns()
    const told = async (flags: number) => {
      const [coverage] = await list<Coverage>(`${api}/test/runs/${run?.id}/codecoverage?flags=${flags}`)
      const [module] = coverage?.modules ?? []
      return [module !== undefined, (module?.functions.length ?? 0) > 0, module?.blockData !== undefined]
    }
    expect(await told(1)).toEqual([true, false, false])
    expect(await told(3)).toEqual([true, true, false])
    expect(await told(7)).toEqual([true, true, true])
    expect(await told(0)).toEqual([false, false, false])
    expect((await get(`${api}/test/runs/${run?.id}/codecoverage`)).status).toBe(400)
  })

  test('adds up to the same lines in every build of a repository', async () => {
    const totals = new Set<number>()
    for (const { id } of await lastRuns()) {
      const [coverage] = await list<Coverage>(`${api}/test/runs/${id}/codecoverage?flags=1`)
      const { linesCovered, linesNotCovered, linesPartiallyCovered } = coverage?.modules[0]?.statistics ?? {
        linesCovered: 0,
        linesNotCovered: 0,
        linesPartiallyCovered: 0,
      }
      expect(linesCovered).toBeGreaterThan(linesNotCovered)
      totals.add(linesCovered + linesNotCovered + linesPartiallyCovered)
    }
    expect(totals.size).toBe(1)
  })
})

describe('the trend of a definition’s tests', () => {
  const trend = async (filter: object) => {
    const path = `${api}/test/resulttrendbybuild?api-version=7.1-preview.1`
    return (await bodyOf<ListBody<Trend>>(post(path, filter))).value
  }

  test('tells its latest builds, as many as are asked for', async () => {
    const found = await trend({ definitionIds: [2], buildCount: 5, branchNames: ['refs/heads/main'] })
    const builds = found.map(({ testResultsContext }) => testResultsContext.build)
    expect(builds.map(({ definitionId, branchName }) => [definitionId, branchName])).toEqual(
      builds.map(() => [2, 'refs/heads/main']),
    )
    expect(builds).toHaveLength(5)
    for (const { totalTests, testResultsContext } of found) {
      const [run] = await list<Run>(`${api}/test/runs?buildIds=${testResultsContext.build.id}&includeRunDetails=true`)
      expect(totalTests).toBe(run?.totalTests)
    }
  })

  test('tells those of some days before a date', async () => {
    const found = await trend({ definitionIds: [2], trendDays: 7, maxCompleteDate: '2026-11-01T00:00:00Z' })
    expect(found.length).toBeGreaterThan(1)
    for (const { testResultsContext } of found) {
      const { finishTime } = await bodyOf<{ finishTime: string }>(
        get(`${api}/build/builds/${testResultsContext.build.id}`),
      )
      expect(finishTime >= '2026-10-25' && finishTime < '2026-11-01').toBe(true)
    }
  })

  test('needs a definition, and knows no releases', async () => {
    const path = `${api}/test/resulttrendby`
    expect((await post(`${path}build?api-version=7.1-preview.1`, {})).status).toBe(400)
    expect(await bodyOf(post(`${path}release?api-version=7.1-preview.1`, {}))).toMatchObject({ count: 0 })
  })
})

test('a result is read by its number', async () => {
  const [run] = await lastRuns()
  const path = `${api}/test/runs/${run?.id}/results`
  const results = await list<{ id: number }>(path)
  expect(await bodyOf(get(`${path}/${results[3]?.id}`))).toEqual(results[3])
  expect(await errorOf(get(`${path}/${Number(results.at(-1)?.id) + 1}`))).toMatchObject({ status: 404 })
})
