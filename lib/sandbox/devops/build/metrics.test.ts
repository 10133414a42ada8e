import { describe, expect, test } from 'vitest'
import { bodyOf, createTestOrganization, type ListBody } from '../test-organization'

const { get } = createTestOrganization({ items: 300 })
const build = 'Storefront/_apis/build'

interface Metric {
  readonly name: string
  readonly intValue: number
  readonly date?: string
}

const preview = 'api-version=7.1-preview.1'
const list = async <T>(path: string): Promise<readonly T[]> => (await bodyOf<ListBody<T>>(get(path))).value
const sumOf = (metrics: readonly Metric[], name: string) =>
  metrics.filter((one) => one.name === name).reduce((sum, { intValue }) => sum + intValue, 0)

const since = '2026-11-01T00:00:00Z'
const finished = (query: string) =>
  list<object>(`${build}/builds?minTime=${since}&queryOrder=finishTimeDescending&statusFilter=completed&${query}`)

describe('metrics', () => {
  test('of a definition count its builds day by day', async () => {
    const metrics = await list<Metric>(`${build}/definitions/1/metrics?minMetricsTime=${since}&${preview}`)
    expect(sumOf(metrics, 'TotalBuilds')).toBe((await finished('definitions=1')).length)
    expect(sumOf(metrics, 'FailedBuilds')).toBe((await finished('definitions=1&resultFilter=failed')).length)
    const days = metrics.flatMap(({ name, date }) => (name === 'TotalBuilds' ? (date ?? '') : []))
    expect(days).toEqual([...new Set(days)].sort())
    expect(days.every((day) => /^2026-11-\d\dT00:00:00Z$/.test(day))).toBe(true)
  })

  test('of a project count those of all definitions, by day or hour', async () => {
    const total = (await finished('')).length
    for (const length of ['daily', 'hourly']) {
      const metrics = await list<Metric>(`${build}/metrics/${length}?minMetricsTime=${since}&${preview}`)
      expect(sumOf(metrics, 'TotalBuilds')).toBe(total)
    }
    expect((await get(`${build}/metrics/yearly?${preview}`)).status).toBe(400)
  })

  test('say how many builds wait and run now', async () => {
    const metrics = await list<Metric>(`${build}/metrics/daily?${preview}`)
    const running = await list<object>(`${build}/builds?statusFilter=inProgress`)
    expect(metrics.find(({ name }) => name === 'CurrentBuildsInProgress')).toEqual({
      name: 'CurrentBuildsInProgress',
      intValue: running.length,
    })
  })
})

describe('the badge of a definition', () => {
  const badge = async (path: string) => {
    const response = await get(`${build}/status/${path}`)
    expect(response.headers.get('content-type')).toBe('image/svg+xml; charset=utf-8')
    return /<title>(.*)<\/title>/.exec(await response.text())?.[1]
  }

  test('is a picture of how its latest build on the main branch ended', async () => {
    const states = { succeeded: 'succeeded', failed: 'failed', partiallySucceeded: 'partially succeeded' }
    const [latest] = await list<{ result: keyof typeof states }>(
      `${build}/builds?definitions=2&branchName=refs/heads/main&statusFilter=completed&$top=1`,
    )
    expect(await badge('2')).toBe(`storefront-web: ${latest && states[latest.result]}`)
    expect(await badge('storefront-web')).toBe(await badge('2'))
    expect(await badge('1')).toBe('storefront-web PR: never built')
  })

  test('takes another label, and a stage of the build', async () => {
    expect(await badge('2?stageName=Build&label=A%20%26%20B')).toMatch(/^A &#38; B: /)
    expect(await badge('2?stageName=Nothing')).toBe('storefront-web: unknown')
  })
})

test('settings and the history of a definition are told', async () => {
  expect(await bodyOf(get(`${build}/settings`))).toMatchObject({ defaultRetentionPolicy: { daysToKeep: 10 } })
  expect(await list(`${build}/definitions/1/revisions`)).toMatchObject([{ revision: 1, changeType: 'add' }])
})
