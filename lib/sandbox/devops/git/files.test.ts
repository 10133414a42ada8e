import { createHash } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { bodyOf, createTestOrganization, errorOf, type ListBody } from '../test-organization'

const { get } = createTestOrganization({ items: 300 })
const repository = 'Storefront/_apis/git/repositories/storefront-web'

interface Item {
  readonly objectId: string
  readonly path: string
  readonly commitId: string
  readonly isFolder?: boolean
  readonly content?: string
}

interface Change {
  readonly item: { path: string; objectId?: string; originalObjectId?: string; gitObjectType: string }
  readonly changeType: string
}

interface Diffs {
  readonly allChangesIncluded?: boolean
  readonly changeCounts: Record<string, number>
  readonly changes: readonly Change[]
  readonly commonCommit: string
  readonly aheadCount: number
  readonly behindCount: number
}

interface Commit {
  readonly commitId: string
  readonly changeCounts: { Add: number; Edit: number; Delete: number }
}

const asJson = { accept: 'application/json' }
const list = async <T>(path: string): Promise<readonly T[]> => (await bodyOf<ListBody<T>>(get(path))).value
const itemAt = (path: string, query = ''): Promise<Item> =>
  bodyOf(get(`${repository}/items?path=${path}&includeContent=true${query}`, asJson))
const textAt = async (path: string, query = ''): Promise<string> =>
  await (await get(`${repository}/items?path=${path}${query}`, { accept: 'text/plain' })).text()
const commits = () => list<Commit>(`${repository}/commits?searchCriteria.$top=20`)

describe('files', () => {
  test('are text or JSON as is asked for, with the ID that Git gives them', async () => {
    const text = await textAt('/README.md')
    expect(text).toMatch(/^# storefront-web\n/)
    const item = await itemAt('/README.md')
    expect(item.content).toBe(text)
    const hash = createHash('sha1').update(`blob ${Buffer.byteLength(text)}\0${text}`)
    expect(item.objectId).toBe(hash.digest('hex'))
    expect(await (await get(`${repository}/items//README.md`)).text()).toBe(text)
    expect(await bodyOf(get(`${repository}/items?path=README.md&$format=json`))).toMatchObject({ path: '/README.md' })
  })

  test('are read as an earlier commit left them', async () => {
    const [latest] = await commits()
    const { changes } = await bodyOf<Diffs>(get(`${repository}/commits/${latest?.commitId}/changes`))
    const edited = changes.find(({ changeType, item }) => changeType === 'edit' && item.gitObjectType === 'blob')?.item
    const version = `&versionDescriptor.versionType=commit&versionDescriptor.version=${latest?.commitId}`
    const path = edited?.path ?? ''
    const before = await itemAt(path, `${version}&versionDescriptor.versionOptions=firstParent`)
    const after = await itemAt(path, version)
    expect([before.objectId, after.objectId]).toEqual([edited?.originalObjectId, edited?.objectId])
    expect(before.content).not.toBe(after.content)
  })

  test('that do not exist are refused, as are versions', async () => {
    expect(await errorOf(get(`${repository}/items?path=/nope`))).toMatchObject({ status: 404, code: 'TF401174' })
    const unknown = get(`${repository}/items?path=/README.md&versionDescriptor.version=nope`)
    expect(await errorOf(unknown)).toMatchObject({ status: 404, code: 'TF401175' })
  })
})

describe('folders', () => {
  const below = (path: string, recursionLevel: string) =>
    list<Item>(`${repository}/items?scopePath=${path}&recursionLevel=${recursionLevel}`)

  test('are listed alone, with what is in them, or with everything below', async () => {
    expect((await below('/src/cart', 'none')).map(({ path }) => path)).toEqual(['/src/cart'])
    const one = await below('/', 'oneLevel')
    expect(one.filter(({ isFolder }) => isFolder).map(({ path }) => path)).toEqual([
      '/',
      '/docs',
      '/pipelines',
      '/src',
      '/test',
    ])
    const all = await below('/', 'full')
    expect(all.length).toBeGreaterThan(100)
    expect(all.map(({ path }) => path)).toContain('/src/cart/index.ts')
    expect(await below('/', '120')).toEqual(all)
  })

  test('have IDs that follow from what is in them', async () => {
    const [folder, ...children] = await below('/pipelines', 'oneLevel')
    const lines = children.map(({ path, objectId }) =>
      Buffer.concat([Buffer.from(`100644 ${path.replace('/pipelines/', '')}\0`), Buffer.from(objectId, 'hex')]),
    )
    const content = Buffer.concat(lines)
    expect(folder?.objectId).toBe(createHash('sha1').update(`tree ${content.length}\0`).update(content).digest('hex'))
  })
})

describe('the changes of a commit', () => {
  test('are as many files as the list of commits counts, and the folders that they are in', async () => {
    for (const { commitId, changeCounts } of (await commits()).slice(0, 5)) {
      const { changes } = await bodyOf<Diffs>(get(`${repository}/commits/${commitId}/changes`))
      const files = changes.filter(({ item }) => item.gitObjectType === 'blob')
      const count = (type: string) => files.filter(({ changeType }) => changeType === type).length
      expect({ Add: count('add'), Edit: count('edit'), Delete: count('delete') }).toEqual(changeCounts)
      expect(changes.map(({ item }) => item.path)).toContain('/src')
    }
  })

  test('find the commits that changed a file or a folder', async () => {
    const touching = (path: string) =>
      list<Commit>(`${repository}/commits?searchCriteria.itemPath=${path}&searchCriteria.$top=1000`)
    const all = await touching('/src')
    const some = await touching('/src/cart/index.ts')
    expect(all.length).toBeGreaterThan(some.length)
    expect(some.length).toBeGreaterThan(1)
    expect(all.map(({ commitId }) => commitId)).toEqual(expect.arrayContaining(some.map(({ commitId }) => commitId)))
  })
})

describe('the diff of two versions', () => {
  const diffs = (query: string) => bodyOf<Diffs>(get(`${repository}/diffs/commits?${query}`))

  test('of neighbours is what the later commit changed', async () => {
    const [latest, before] = await commits()
    const between = `baseVersionType=commit&baseVersion=${before?.commitId}&targetVersion=main&$top=1000`
    const { changes } = await bodyOf<Diffs>(get(`${repository}/commits/${latest?.commitId}/changes`))
    const found = await diffs(between)
    expect(found).toMatchObject({ allChangesIncluded: true, aheadCount: 1, behindCount: 0, changes })
    expect(found.commonCommit).toBe(before?.commitId)
  })

  test('pages, and says only on a whole page that nothing is missing', async () => {
    const [, , , , before] = await commits()
    const between = `baseVersionType=commit&baseVersion=${before?.commitId}&targetVersion=main`
    const whole = await diffs(`${between}&$top=1000`)
    const page = await diffs(`${between}&$top=2&$skip=1`)
    expect(page.changes).toEqual(whole.changes.slice(1, 3))
    expect(page.changeCounts).toEqual(whole.changeCounts)
    expect(page.allChangesIncluded).toBeUndefined()
  })

  test('of a branch that is behind is told from where both came from, if asked', async () => {
    const open = await list<{ sourceRefName: string; repository: { id: string } }>('Storefront/_apis/git/pullrequests')
    const told = await Promise.all(
      open.map(async ({ sourceRefName, repository: { id } }) => {
        const branch = encodeURIComponent(sourceRefName.replace('refs/heads/', ''))
        const path = `_apis/git/repositories/${id}/diffs/commits?baseVersion=main&targetVersion=${branch}&$top=1000`
        return [await bodyOf<Diffs>(get(path)), await bodyOf<Diffs>(get(`${path}&diffCommonCommit=true`))] as const
      }),
    )
    const behind = told.filter(([{ behindCount }]) => behindCount > 0)
    expect(behind.length).toBeGreaterThan(0)
    for (const [direct, fromCommon] of behind) {
      expect(direct.aheadCount).toBeGreaterThan(0)
      expect(direct.changes.length).toBeGreaterThan(fromCommon.changes.length)
    }
  })
})
