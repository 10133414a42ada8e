import { describe, expect, test } from 'vitest'
import { bodyOf, createTestOrganization, errorOf, type ListBody } from '../test-organization'

const { get } = createTestOrganization({ items: 1500 })
const git = 'Storefront/_apis/git'

interface Repository {
  readonly id: string
  readonly name: string
  readonly project: { id: string; name: string }
}

interface PullRequest {
  readonly pullRequestId: number
  readonly status: string
  readonly title: string
  readonly creationDate: string
  readonly closedDate?: string
  readonly createdBy: { id: string }
  readonly reviewers: readonly { id: string; vote: number }[]
  readonly repository: Repository
  readonly sourceRefName: string
  readonly lastMergeCommit: { commitId: string }
}

interface Commit {
  readonly commitId: string
  readonly comment: string
  readonly author: { name: string; date: string }
}

const list = async <T>(path: string): Promise<readonly T[]> => (await bodyOf<ListBody<T>>(get(path))).value

const pullRequests = (query: Record<string, string>, path = git) =>
  list<PullRequest>(`${path}/pullrequests?${new URLSearchParams(query)}`)

describe('repositories', () => {
  test('are those of the project, or all', async () => {
    const names = async (path: string) => (await list<Repository>(path)).map(({ name }) => name)
    expect(await names(`${git}/repositories`)).toEqual(['storefront-web', 'storefront-services', 'shop-platform'])
    expect(await names('_apis/git/repositories')).toHaveLength(6)
  })

  test('are found by name and by ID, in any case', async () => {
    const byName = await bodyOf<Repository>(get(`${git}/Repositories/Storefront-Web`))
    expect(await bodyOf(get(`_apis/git/repositories/${byName.id}`))).toEqual(byName)
    expect(await errorOf(get(`${git}/repositories/nope`))).toMatchObject({ status: 404, code: 'TF401019' })
    expect(await errorOf(get(`Workplace/_apis/git/repositories/${byName.id}`))).toMatchObject({ status: 404 })
  })
})

describe('branches', () => {
  test('are filtered by how they begin; no match is an empty list', async () => {
    const refs = (filter: string) => list<{ name: string }>(`${git}/repositories/storefront-web/refs?filter=${filter}`)
    expect((await refs('heads/main')).map(({ name }) => name)).toEqual(['refs/heads/main'])
    expect(await refs('heads/nothing')).toEqual([])
  })

  test('page by continuation token', async () => {
    const path = `${git}/repositories/storefront-web/refs?$top=1`
    const first = await get(path)
    const token = first.headers.get('x-ms-continuationtoken')
    const [second] = await list<{ name: string }>(`${path}&continuationToken=${encodeURIComponent(token ?? '')}`)
    expect(second?.name).toBe(token)
  })

  test('of open pull requests have commits that the main branch has not', async () => {
    const [open] = await pullRequests({ 'searchCriteria.status': 'active' })
    const name = open?.sourceRefName.replace('refs/heads/', '') ?? ''
    const path = `_apis/git/repositories/${open?.repository.id}/stats/branches?name=${encodeURIComponent(name)}`
    const { aheadCount } = await bodyOf<{ aheadCount: number }>(get(path))
    expect(aheadCount).toBeGreaterThan(0)
  })
})

describe('commits', () => {
  const path = `${git}/repositories/storefront-web/commits`

  test('are told from the latest on, page by page', async () => {
    const first = await list<Commit>(`${path}?searchCriteria.$top=10`)
    const next = await list<Commit>(`${path}?searchCriteria.$top=10&searchCriteria.$skip=10`)
    const dates = [...first, ...next].map(({ author }) => author.date)
    expect(dates).toHaveLength(20)
    expect(dates).toEqual(dates.toSorted((one, other) => other.localeCompare(one)))
  })

  test('are filtered by date and author', async () => {
    const query = { 'searchCriteria.fromDate': '2026-03-01', 'searchCriteria.toDate': '2026-04-01T00:00:00Z' }
    const found = await list<Commit>(`${path}?${new URLSearchParams(query)}`)
    expect(found.length).toBeGreaterThan(5)
    expect(found.every(({ author }) => author.date.startsWith('2026-03'))).toBe(true)
    const name = found[0]?.author.name ?? ''
    const byAuthor = await list<Commit>(`${path}?searchCriteria.author=${encodeURIComponent(name)}`)
    expect(new Set(byAuthor.map(({ author }) => author.name))).toEqual(new Set([name]))
  })

  test('of a pull request that was merged stand on the main branch under its number', async () => {
    const [merged] = await pullRequests(
      { 'searchCriteria.status': 'completed', $top: '1' },
      `${git}/repositories/storefront-web`,
    )
    const commit = await bodyOf<Commit>(get(`${path}/${merged?.lastMergeCommit.commitId}`))
    expect(commit.comment).toBe(`Merged PR ${merged?.pullRequestId}: ${merged?.title}`)
    expect((await list<Commit>(path)).map(({ commitId }) => commitId)).toContain(commit.commitId)
  })

  test('of a branch that does not exist are refused', async () => {
    const refused = errorOf(get(`${path}?searchCriteria.itemVersion.version=nope`))
    expect(await refused).toMatchObject({ status: 404, code: 'TF401175' })
  })
})

test('pushes are numbered from the first one on, told from the latest on, and filtered by date', async () => {
  const pushes = (query: string) =>
    list<{ pushId: number; date: string }>(`${git}/repositories/storefront-web/pushes?${query}`)
  const latest = await pushes('$top=3')
  expect(latest.map(({ pushId }) => pushId)).toEqual([0, 1, 2].map((back) => Number(latest[0]?.pushId) - back))
  const query = 'searchCriteria.fromDate=2026-03-01&searchCriteria.toDate=2026-03-31T23:59:59Z'
  const inMarch = await pushes(query)
  expect(inMarch.length).toBeGreaterThan(5)
  expect(inMarch.every(({ date }) => date.startsWith('2026-03'))).toBe(true)
})

describe('pull requests', () => {
  test('are active ones unless others are asked for, the latest first', async () => {
    expect(new Set((await pullRequests({})).map(({ status }) => status))).toEqual(new Set(['active']))
    const all = await pullRequests({ 'searchCriteria.status': 'all' })
    const ids = all.map(({ pullRequestId }) => pullRequestId)
    expect(ids).toEqual(ids.toSorted((one, other) => other - one))
    expect(all).toHaveLength(101)
  })

  test('page without a gap or a repetition', async () => {
    const page = (skip: number) =>
      pullRequests({ 'searchCriteria.status': 'completed', $top: '40', $skip: String(skip) })
    const ids = (await Promise.all([page(0), page(40), page(80)])).flat().map(({ pullRequestId }) => pullRequestId)
    expect(new Set(ids).size).toBe(120)
    const whole = await pullRequests({ 'searchCriteria.status': 'completed', $top: '120' })
    expect(whole.map(({ pullRequestId }) => pullRequestId)).toEqual(ids)
  })

  test('are filtered by who made them, who reviews them and where they lead', async () => {
    const [one] = await pullRequests({ 'searchCriteria.status': 'all' })
    const creator = one?.createdBy.id ?? ''
    const reviewer = one?.reviewers[0]?.id ?? ''
    const query = {
      'searchCriteria.status': 'all',
      'searchCriteria.creatorId': creator,
      'searchCriteria.reviewerId': reviewer,
    }
    const found = await pullRequests(query)
    expect(found.length).toBeGreaterThan(0)
    for (const { createdBy, reviewers } of found) {
      expect(createdBy.id).toBe(creator)
      expect(reviewers.map(({ id }) => id)).toContain(reviewer)
    }
    expect(await pullRequests({ ...query, 'searchCriteria.targetRefName': 'refs/heads/next' })).toEqual([])
  })

  test('are filtered by when they were made or closed', async () => {
    const range = { 'searchCriteria.minTime': '2026-05-01T00:00:00Z', 'searchCriteria.maxTime': '2026-05-31T23:59:59Z' }
    const query = { 'searchCriteria.status': 'all', ...range }
    const made = await pullRequests({ ...query, 'searchCriteria.queryTimeRangeType': 'created' })
    expect(made.every(({ creationDate }) => creationDate.startsWith('2026-05'))).toBe(true)
    const closed = await pullRequests({ ...query, 'searchCriteria.queryTimeRangeType': 'closed' })
    expect(closed.length).toBeGreaterThan(0)
    expect(closed.every(({ closedDate }) => closedDate?.startsWith('2026-05'))).toBe(true)
  })

  test('have reviewers, commits and work items, whose IDs are texts', async () => {
    const completed = await pullRequests({ 'searchCriteria.status': 'completed' })
    const [one] = completed
    const path = `${git}/repositories/${one?.repository.id}/pullRequests/${one?.pullRequestId}`
    expect((await list<{ vote: number }>(`${path}/reviewers`)).map(({ vote }) => vote)).toContain(10)
    expect((await list<Commit>(`${path}/commits`)).length).toBeGreaterThan(0)
    const linked = await Promise.all(
      completed
        .slice(0, 20)
        .map(({ repository, pullRequestId }) =>
          list<{ id: string }>(`${git}/repositories/${repository.id}/pullRequests/${pullRequestId}/workitems`),
        ),
    )
    const [reference] = linked.flat()
    expect(reference?.id).toMatch(/^\d+$/)
    expect((await get(`_apis/wit/workitems/${reference?.id}`)).status).toBe(200)
  })

  test('are found by number alone, and not in another repository', async () => {
    const [one] = await pullRequests({}, `${git}/repositories/storefront-web`)
    const id = one?.pullRequestId
    expect(await bodyOf(get(`_apis/git/pullrequests/${id}`))).toMatchObject({ pullRequestId: id })
    const elsewhere = errorOf(get(`${git}/repositories/shop-platform/pullRequests/${id}`))
    expect(await elsewhere).toMatchObject({ status: 404, code: 'TF401180' })
  })

  test.each(['searchCriteria.status=open', 'searchCriteria.minTime=yesterday', '$top=-1'])(
    'refuse %s',
    async (query) => {
      expect((await get(`${git}/pullrequests?${query}`)).status).toBe(400)
    },
  )
})

test('whatever was merged met the blocking policies', async () => {
  const [one] = await pullRequests({ 'searchCriteria.status': 'completed' })
  const project = one?.repository.project.id
  const artifactId = encodeURIComponent(`vstfs:///CodeReview/CodeReviewId/${project}/${one?.pullRequestId}`)
  const evaluations = await list<{ status: string; configuration: { isBlocking: boolean } }>(
    `${project}/_apis/policy/evaluations?artifactId=${artifactId}&api-version=7.1-preview.1`,
  )
  const blocking = evaluations.filter(({ configuration }) => configuration.isBlocking)
  expect(blocking.map(({ status }) => status)).toEqual(['approved', 'approved'])
})
