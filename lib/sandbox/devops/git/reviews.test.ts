import { describe, expect, test } from 'vitest'
import { bodyOf, createTestOrganization, errorOf, type ListBody } from '../test-organization'

const { get, post } = createTestOrganization({ items: 300 })
const git = 'Storefront/_apis/git'

interface PullRequest {
  readonly pullRequestId: number
  readonly repository: { id: string }
  readonly creationDate: string
  readonly closedDate?: string
  readonly labels?: readonly { id: string; name: string }[]
  readonly reviewers: readonly { id: string; vote: number }[]
  readonly lastMergeCommit: { commitId: string }
  readonly lastMergeSourceCommit: { commitId: string }
}

interface Thread {
  readonly id: number
  readonly publishedDate: string
  readonly status?: string
  readonly comments: readonly { id: number; parentCommentId: number; commentType: string; content: string }[]
  readonly threadContext: { filePath: string } | null
  readonly pullRequestThreadContext: { changeTrackingId: number } | null
}

interface Iteration {
  readonly id: number
  readonly sourceRefCommit: { commitId: string }
}

interface Changes {
  readonly changeEntries: readonly { changeTrackingId: number; item: { path: string } }[]
  readonly nextSkip: number
  readonly nextTop: number
}

const list = async <T>(path: string): Promise<readonly T[]> => (await bodyOf<ListBody<T>>(get(path))).value
const completed = () => list<PullRequest>(`${git}/pullrequests?searchCriteria.status=completed&$top=60`)
const pathOf = ({ repository, pullRequestId }: PullRequest) =>
  `${git}/repositories/${repository.id}/pullRequests/${pullRequestId}`

describe('threads', () => {
  test('tell every vote, and what was said while the pull request was open', async () => {
    const all = await completed()
    const statuses = new Set<string | undefined>()
    for (const pullRequest of all) {
      const threads = await list<Thread>(`${pathOf(pullRequest)}/threads`)
      const votes = threads.filter(({ comments }) => comments[0]?.commentType === 'system')
      expect(votes).toHaveLength(pullRequest.reviewers.filter(({ vote }) => vote !== 0).length)
      for (const { publishedDate, status } of threads) {
        statuses.add(status)
        expect(publishedDate >= pullRequest.creationDate && publishedDate <= (pullRequest.closedDate ?? '')).toBe(true)
      }
    }
    expect(statuses).toEqual(new Set([undefined, 'fixed', 'closed']))
  })

  test('stand at files that the pull request changed', async () => {
    for (const pullRequest of (await completed()).slice(0, 20)) {
      const { changeEntries } = await bodyOf<Changes>(get(`${pathOf(pullRequest)}/iterations/1/changes`))
      for (const { threadContext, pullRequestThreadContext } of await list<Thread>(`${pathOf(pullRequest)}/threads`)) {
        const change = changeEntries.find(({ item }) => item.path === threadContext?.filePath)
        expect(change?.changeTrackingId).toBe(pullRequestThreadContext?.changeTrackingId)
      }
    }
  })

  test('are read alone and comment by comment', async () => {
    for (const pullRequest of (await completed()).slice(0, 5)) {
      for (const thread of await list<Thread>(`${pathOf(pullRequest)}/threads`)) {
        const path = `${pathOf(pullRequest)}/threads/${thread.id}`
        expect(await bodyOf(get(path))).toEqual(thread)
        expect(await list(`${path}/comments`)).toEqual(thread.comments)
        expect(await bodyOf(get(`${path}/comments/1`))).toEqual(thread.comments[0])
      }
    }
  })
})

describe('iterations', () => {
  test('end with what was merged, and their changes add up', async () => {
    let several = 0
    for (const pullRequest of (await completed()).slice(0, 20)) {
      const iterations = await list<Iteration>(`${pathOf(pullRequest)}/iterations`)
      const { id = 0, sourceRefCommit } = iterations.at(-1) ?? {}
      expect(sourceRefCommit).toEqual({ commitId: pullRequest.lastMergeSourceCommit.commitId })
      const path = `${pathOf(pullRequest)}/iterations/${id}/changes?$top=1000`
      const { changeEntries } = await bodyOf<Changes>(get(path))
      const before = await bodyOf<Changes>(get(`${path.replace(`s/${id}/c`, 's/1/c')}`))
      const since = await bodyOf<Changes>(get(`${path}&$compareTo=1`))
      expect([...before.changeEntries, ...since.changeEntries]).toEqual(changeEntries)
      if (id > 1) several += 1
    }
    expect(several).toBeGreaterThan(5)
  })

  test('page their changes, and say where the next page begins', async () => {
    const [pullRequest] = await completed()
    const path = pullRequest ? `${pathOf(pullRequest)}/iterations/1/changes` : ''
    const whole = await bodyOf<Changes>(get(path))
    expect(whole).toMatchObject({ nextSkip: 0, nextTop: 0 })
    const page = await bodyOf<Changes>(get(`${path}?$top=1`))
    expect(page).toMatchObject({ changeEntries: whole.changeEntries.slice(0, 1), nextSkip: 1, nextTop: 1 })
  })

  test('that do not exist are refused', async () => {
    const [pullRequest] = await completed()
    const path = pullRequest ? `${pathOf(pullRequest)}/iterations/99` : ''
    for (const what of ['', '/changes', '/commits']) {
      expect(await errorOf(get(`${path}${what}`))).toMatchObject({ status: 404 })
    }
  })
})

test('labels and reviewers are read one by one', async () => {
  const labelled = (await completed()).filter(({ labels = [] }) => labels.length > 0)
  expect(labelled.length).toBeGreaterThan(0)
  for (const pullRequest of labelled) {
    const [label] = await list<{ id: string; name: string }>(`${pathOf(pullRequest)}/labels`)
    expect(label).toMatchObject(pullRequest.labels?.[0] ?? {})
    expect(await bodyOf(get(`${pathOf(pullRequest)}/labels/${label?.name}`))).toEqual(label)
    const [reviewer] = pullRequest.reviewers
    expect(await bodyOf(get(`${pathOf(pullRequest)}/reviewers/${reviewer?.id}`))).toEqual(reviewer)
  }
})

test('pull requests are found by the commits that they have or became', async () => {
  const [pullRequest] = await completed()
  const { lastMergeCommit, lastMergeSourceCommit, repository, pullRequestId } = pullRequest ?? {}
  const queries = [
    { type: 'lastMergeCommit', items: [lastMergeCommit?.commitId] },
    { type: 2, items: [lastMergeSourceCommit?.commitId, '0000000000000000000000000000000000000000'] },
  ]
  const path = `${git}/repositories/${repository?.id}/pullrequestquery?api-version=7.1`
  const { results } = await bodyOf<{ results: Record<string, readonly PullRequest[]>[] }>(post(path, { queries }))
  const found = results.map((result) => Object.values(result).flatMap((own) => own.map((one) => one.pullRequestId)))
  expect(found).toEqual([[pullRequestId], [pullRequestId]])
})
