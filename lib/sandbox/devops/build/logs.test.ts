import { describe, expect, test } from 'vitest'
import { bodyOf, createTestOrganization, errorOf, type ListBody } from '../test-organization'

const { get, post } = createTestOrganization({ items: 300 })
const api = 'Storefront/_apis'

interface Build {
  readonly id: number
  readonly definition: { id: number }
}

interface Log {
  readonly id: number
  readonly lineCount: number
  readonly createdOn: string
  readonly lastChangedOn: string
  readonly url: string
}

interface TimelineRecord {
  readonly type: string
  readonly name: string
  readonly state: string
  readonly result: string | null
  readonly log: { id: number; url: string } | null
  readonly issues?: readonly { message: string }[]
}

interface RunLog extends Log {
  readonly signedContent?: { url: string; signatureExpires: string }
}

const asJson = { accept: 'application/json' }
const list = async <T>(path: string): Promise<readonly T[]> => (await bodyOf<ListBody<T>>(get(path, asJson))).value
const firstBuild = async (query: string): Promise<string> => {
  const [build] = await list<Build>(`${api}/build/builds?${query}&$top=1`)
  return `${api}/build/builds/${build?.id}`
}
const timelineOf = async (path: string) =>
  (await bodyOf<{ records: TimelineRecord[] }>(get(`${path}/timeline`))).records
const textOf = async (path: string) => await (await get(path, { accept: 'text/plain' })).text()

describe('the logs of a build', () => {
  test('are those that its timeline names', async () => {
    const path = await firstBuild('resultFilter=succeeded')
    const logs = await list<Log>(`${path}/logs`)
    const named = (await timelineOf(path)).flatMap(({ log }) => log ?? [])
    expect(named.map(({ id }) => id)).toEqual(logs.map(({ id }) => id))
    expect(named.map(({ url }) => url)).toEqual(logs.map(({ url }) => url))
    expect(logs.length).toBeGreaterThan(8)
  })

  test('have as many lines as they say, as text and as JSON', async () => {
    const path = await firstBuild('resultFilter=succeeded')
    for (const { id, lineCount } of await list<Log>(`${path}/logs`)) {
      const lines = await list<string>(`${path}/logs/${id}`)
      expect(lines).toHaveLength(lineCount)
      expect((await textOf(`${path}/logs/${id}`)).split('\r\n').slice(0, -1)).toEqual(lines)
      const some = await list<string>(`${path}/logs/${id}?startLine=2&endLine=3`)
      expect(some).toEqual(lines.slice(1, 3))
    }
  })

  test('of a job hold those of its tasks, and say what went wrong', async () => {
    const path = await firstBuild('resultFilter=failed')
    const records = await timelineOf(path)
    const failed = records.find(({ type, result }) => type === 'Task' && result === 'failed')
    const job = records.findLast(({ type, result }) => type === 'Job' && result === 'failed')
    const text = await textOf(`${path}/logs/${failed?.log?.id}`)
    expect(text).toContain(`##[error]${failed?.issues?.[0]?.message}`)
    expect(await textOf(`${path}/logs/${job?.log?.id}`)).toContain(text)
    expect(records.filter(({ result }) => result === 'skipped').every(({ log }) => log === null)).toBe(true)
  })

  test('name the tests that failed', async () => {
    const runs = await list<{ unanalyzedTests: number; build: { id: string } }>(
      `${api}/test/runs?includeRunDetails=true&$top=1000`,
    )
    const run = runs.find(({ unanalyzedTests }) => unanalyzedTests > 0)
    const path = `${api}/build/builds/${run?.build.id}`
    const record = (await timelineOf(path)).find(({ name }) => name === 'Run tests')
    const lines = (await textOf(`${path}/logs/${record?.log?.id}`)).split('\r\n')
    expect(lines.filter((line) => line.includes('Failed: '))).toHaveLength(run?.unanalyzedTests ?? -1)
  })

  test('that do not exist are refused', async () => {
    expect(await errorOf(get(`${await firstBuild('')}/logs/999`))).toMatchObject({ status: 404 })
  })
})

describe('the artifacts of a build', () => {
  test('are there once it was compiled', async () => {
    const published = await firstBuild('resultFilter=succeeded')
    expect(await list(`${published}/artifacts`)).toMatchObject([{ name: 'drop' }])
    expect(await bodyOf(get(`${published}/artifacts?artifactName=drop`))).toMatchObject({ name: 'drop' })
    expect(await errorOf(get(`${published}/artifacts?artifactName=nope`))).toMatchObject({ status: 404 })
  })

  test('are not packed', async () => {
    const published = await firstBuild('resultFilter=succeeded')
    expect((await get(`${published}/artifacts?artifactName=drop&$format=zip`)).status).toBe(501)
  })
})

describe('pipelines', () => {
  const run = async () => {
    const [build] = await list<Build>(`${api}/build/builds?resultFilter=succeeded&$top=1`)
    return { build, path: `${api}/pipelines/${build?.definition.id}/runs/${build?.id}` }
  }

  test('tell the same logs as the build, with signed addresses if asked', async () => {
    const { build, path } = await run()
    const { logs } = await bodyOf<{ logs: readonly RunLog[] }>(get(`${path}/logs?$expand=signedContent`))
    const ofBuild = await list<Log>(`${api}/build/builds/${build?.id}/logs`)
    expect(logs.map(({ id, lineCount }) => [id, lineCount])).toEqual(ofBuild.map((log) => [log.id, log.lineCount]))
    const [first] = logs
    const plain = await bodyOf<RunLog>(get(`${path}/logs/${first?.id}`))
    expect(plain.signedContent).toBeUndefined()
    expect(first).toEqual({ ...plain, signedContent: first?.signedContent })
    const address = first?.signedContent?.url.replace('https://dev.azure.com/contoso/', '') ?? ''
    expect(await textOf(address)).toBe(await textOf(`${api}/build/builds/${build?.id}/logs/${first?.id}`))
  })

  test('tell an artifact by its name', async () => {
    const { path } = await run()
    expect(await bodyOf(get(`${path}/artifacts?artifactName=drop`))).toMatchObject({ name: 'drop' })
    expect((await get(`${path}/artifacts`)).status).toBe(400)
    expect((await get(`${path}/artifacts?artifactName=nope`)).status).toBe(404)
  })

  test('are previewed as they are written down in their repository', async () => {
    const { build } = await run()
    const id = build?.definition.id
    const { finalYaml } = await bodyOf<{ finalYaml: string }>(
      post(`${api}/pipelines/${id}/preview?api-version=7.1`, { previewRun: true }),
    )
    const { configuration } = await bodyOf<{ configuration: { path: string; repository: { id: string } } }>(
      get(`${api}/pipelines/${id}`),
    )
    const items = `${api}/git/repositories/${configuration.repository.id}/items`
    expect(await textOf(`${items}?path=${configuration.path}`)).toBe(finalYaml)
  })
})
