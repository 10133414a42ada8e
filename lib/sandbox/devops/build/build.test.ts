import { describe, expect, test } from 'vitest'
import { bodyOf, createTestOrganization, errorOf, type ListBody } from '../test-organization'

const { get } = createTestOrganization({ items: 500 })
const api = 'Storefront/_apis'

interface Build {
  readonly id: number
  readonly buildNumber: string
  readonly status: string
  readonly result?: string
  readonly queueTime: string
  readonly startTime?: string
  readonly finishTime?: string
  readonly definition: { id: number; name: string }
  readonly sourceBranch: string
  readonly sourceVersion: string
  readonly reason: string
}

interface TimelineRecord {
  readonly id: string
  readonly parentId: string | null
  readonly type: string
  readonly name: string
  readonly result: string | null
  readonly startTime: string | null
  readonly finishTime: string | null
  readonly issues?: readonly object[]
}

const list = async <T>(path: string): Promise<readonly T[]> => (await bodyOf<ListBody<T>>(get(path))).value
const builds = (query: string) => list<Build>(`${api}/build/builds?${query}`)
const timelineOf = async (id: number | undefined) =>
  (await bodyOf<{ records: TimelineRecord[] }>(get(`${api}/build/builds/${id}/timeline`))).records

describe('builds', () => {
  test('are told from the latest on, and have a result once they are completed', async () => {
    const all = await builds('$top=300')
    const queued = all.map(({ queueTime }) => Date.parse(queueTime))
    expect(queued).toEqual(queued.toSorted((one, other) => other - one))
    for (const { status, result, finishTime } of all) {
      expect(result === undefined).toBe(status !== 'completed')
      expect(finishTime === undefined).toBe(status !== 'completed')
    }
  })

  test('page by continuation token without a gap or a repetition', async () => {
    const wanted = (await builds('definitions=1')).map(({ id }) => id)
    const ids: number[] = []
    let token: string | null = '0'
    while (token !== null) {
      const answer: Response = await get(`${api}/build/builds?definitions=1&$top=200&continuationToken=${token}`)
      ids.push(...(await bodyOf<ListBody<Build>>(answer)).value.map(({ id }) => id))
      token = answer.headers.get('x-ms-continuationtoken')
    }
    expect(ids).toEqual(wanted)
    expect(ids.length).toBeGreaterThan(300)
  })

  test('are filtered by definition, result, reason and branch', async () => {
    const found = await builds('definitions=1,2&resultFilter=failed,canceled&statusFilter=completed&$top=100')
    expect(new Set(found.map(({ definition }) => definition.id))).toEqual(new Set([1, 2]))
    expect(new Set(found.map(({ result }) => result))).toEqual(new Set(['failed', 'canceled']))
    const nightly = await builds('reasonFilter=schedule&branchName=refs/heads/main&$top=10')
    expect(new Set(nightly.map(({ definition }) => definition.name))).toEqual(new Set(['storefront-web nightly']))
    expect(await builds('branchName=refs/heads/nothing')).toEqual([])
  })

  test('are filtered by the time by which they are ordered', async () => {
    const query = 'minTime=2026-06-01T00:00:00Z&maxTime=2026-06-30T23:59:59Z&queryOrder=finishTimeAscending'
    const finished = (await builds(query)).map(({ finishTime }) => finishTime ?? '')
    expect(finished.length).toBeGreaterThan(20)
    expect(finished.every((date) => date.startsWith('2026-06'))).toBe(true)
    expect(finished).toEqual(finished.toSorted((one, other) => Date.parse(one) - Date.parse(other)))
  })

  test('are limited for each definition', async () => {
    const found = await builds('maxBuildsPerDefinition=2')
    const definitions = await list<{ id: number }>(`${api}/build/definitions`)
    expect(found).toHaveLength(2 * definitions.length)
  })

  test('have numbers of the day, which are searched as a whole or by their beginning', async () => {
    const [one] = await builds('$top=1')
    const [day] = one?.buildNumber.split('.') ?? []
    expect((await builds(`buildNumber=${day}*`)).map(({ id }) => id)).toContain(one?.id)
    expect(await builds(`buildNumber=${day}`)).toEqual([])
  })

  test('are found in their own project only', async () => {
    const [one] = await builds('$top=1')
    expect(await bodyOf(get(`${api}/build/builds/${one?.id}`))).toEqual(one)
    expect(await errorOf(get(`Workplace/_apis/build/builds/${one?.id}`))).toMatchObject({ status: 404 })
  })

  test('for pull requests tell their work items and changes', async () => {
    const found = await builds('reasonFilter=pullRequest&$top=30')
    const of = (what: string) =>
      Promise.all(found.map(({ id }) => list<{ id: string }>(`${api}/build/builds/${id}/${what}`)))
    expect((await of('changes')).every((changes) => changes.length > 0)).toBe(true)
    expect((await of('workitems')).flat()[0]?.id).toMatch(/^\d+$/)
  })

  test.each(['queryOrder=random', 'minTime=yesterday', '$top=many'])('refuse %s', async (query) => {
    expect((await get(`${api}/build/builds?${query}`)).status).toBe(400)
  })
})

describe('the timeline of a build', () => {
  test('is a tree of stages, phases, jobs and tasks, each within its parent', async () => {
    const [one] = await builds('definitions=2&resultFilter=succeeded&$top=1')
    const records = await timelineOf(one?.id)
    const byId = new Map(records.map((record) => [record.id, record]))
    expect(records.filter(({ type }) => type === 'Stage').map(({ name }) => name)).toEqual(['Build', 'Test', 'Deploy'])
    for (const { type, parentId, startTime, finishTime, result } of records) {
      const parent = parentId === null ? undefined : byId.get(parentId)
      expect(parent === undefined).toBe(type === 'Stage')
      expect(result).toBe('succeeded')
      expect(Date.parse(startTime ?? '')).toBeGreaterThanOrEqual(Date.parse((parent ?? one)?.startTime ?? ''))
      expect(Date.parse(finishTime ?? '')).toBeLessThanOrEqual(Date.parse((parent ?? one)?.finishTime ?? ''))
    }
  })

  test('shows where it failed and why; what would have come after it was skipped', async () => {
    const [one] = await builds('definitions=2&resultFilter=failed&$top=1')
    const records = await timelineOf(one?.id)
    const failedTasks = records.filter(({ type, result }) => type === 'Task' && result === 'failed')
    expect(failedTasks).toMatchObject([{ issues: [{ type: 'error' }] }])
    const at = records.findIndex(({ id }) => id === failedTasks[0]?.id)
    expect(new Set(records.slice(at + 1).map(({ result }) => result))).toEqual(new Set(['skipped']))
  })
})

describe('definitions', () => {
  test('are found by name, with asterisks, and by repository', async () => {
    const names = async (query: string) =>
      (await list<{ name: string }>(`${api}/build/definitions?${query}`)).map(({ name }) => name)
    expect(await names('name=storefront-web')).toEqual(['storefront-web'])
    expect(await names('name=storefront-web*')).toEqual([
      'storefront-web',
      'storefront-web nightly',
      'storefront-web PR',
    ])
    expect(await names('name=nothing')).toEqual([])
  })

  test('tell their latest builds when asked', async () => {
    const [one] = await list<{ id: number; latestBuild: Build }>(
      `${api}/build/definitions?includeLatestBuilds=true&$top=1`,
    )
    const [latest] = await builds(`definitions=${one?.id}&$top=1`)
    expect(one?.latestBuild).toEqual(latest)
  })

  test('alone tell their triggers, process and repository', async () => {
    const definition = await bodyOf(get(`${api}/build/definitions/2`))
    expect(definition).toMatchObject({ process: { type: 2 }, repository: { type: 'TfsGit' }, triggers: [{}] })
    expect(await errorOf(get(`${api}/build/definitions/999`))).toMatchObject({ status: 404 })
  })
})

test('pipelines and their runs are the definitions and builds', async () => {
  const pipelines = await list<{ id: number; name: string }>(`${api}/pipelines`)
  const definitions = await list<{ id: number; name: string }>(`${api}/build/definitions`)
  expect(pipelines.map(({ id, name }) => [id, name])).toEqual(definitions.map(({ id, name }) => [id, name]))
  const runs = await list<{ id: number; name: string }>(`${api}/pipelines/1/runs`)
  const found = await builds('definitions=1')
  expect(runs.map(({ id, name }) => [id, name])).toEqual(found.map(({ id, buildNumber }) => [id, buildNumber]))
  expect(await bodyOf(get(`${api}/pipelines/1/runs/${runs[0]?.id}`))).toMatchObject({
    id: runs[0]?.id,
    pipeline: { id: 1 },
  })
  expect((await get(`${api}/pipelines/2/runs/${runs[0]?.id}`)).status).toBe(404)
})

test('names and numbers of enumerations mean the same, and numbers are added up', async () => {
  const ids = async (query: string) => (await builds(query)).map(({ id }) => id)
  expect(await ids('resultFilter=40&statusFilter=2')).toEqual(
    await ids('resultFilter=failed,canceled&statusFilter=completed'),
  )
  expect(await ids('statusFilter=47&reasonFilter=256&queryOrder=2&$top=50')).toEqual(
    await ids('statusFilter=all&reasonFilter=pullRequest&queryOrder=finishTimeAscending&$top=50'),
  )
  expect((await get(`${api}/build/builds?resultFilter=splendid`)).status).toBe(400)
})
