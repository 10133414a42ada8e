import { expect, test } from 'vitest'
import { bodyOf, createTestOrganization, errorOf, type ListBody } from '../test-organization'

const { get } = createTestOrganization({ items: 300 })
const api = 'Storefront/_apis'

interface Configuration {
  readonly id: number
  readonly type: { id: string; displayName: string }
}

interface Evaluation {
  readonly status: string
  readonly configuration: Configuration
}

const list = async <T>(path: string): Promise<readonly T[]> => (await bodyOf<ListBody<T>>(get(path))).value

test('configurations are found by their type and number, in their own project only', async () => {
  const all = await list<Configuration>(`${api}/policy/configurations`)
  for (const configuration of all) {
    const { id, type } = configuration
    expect(await list(`${api}/policy/configurations?policyType=${type.id}`)).toEqual([configuration])
    expect(await bodyOf(get(`${api}/policy/configurations/${id}`))).toEqual(configuration)
    expect(await bodyOf(get(`${api}/policy/types/${type.id}`))).toEqual(type)
    expect(await errorOf(get(`Workplace/_apis/policy/configurations/${id}`))).toMatchObject({ status: 404 })
  }
  expect(await list(`${api}/policy/types`)).toEqual(all.map(({ type }) => type))
})

test('evaluations say how an open pull request stands with each configuration', async () => {
  const open = await list<{ pullRequestId: number; reviewers: readonly { vote: number }[] }>(`${api}/git/pullrequests`)
  const configurations = await list<Configuration>(`${api}/policy/configurations`)
  for (const { pullRequestId, reviewers } of open) {
    const artifactId = `vstfs:///CodeReview/CodeReviewId/x/${pullRequestId}`
    const path = `${api}/policy/evaluations?api-version=7.1-preview.1&artifactId=${artifactId}`
    const evaluations = await list<Evaluation>(path)
    expect(evaluations.map(({ configuration }) => configuration)).toEqual(configurations)
    const isRejected = reviewers.some(({ vote }) => vote === -10)
    const isApproved = !isRejected && reviewers.some(({ vote }) => vote >= 5)
    expect(evaluations[0]?.status).toBe(isRejected ? 'rejected' : isApproved ? 'approved' : 'queued')
  }
  expect(open.length).toBeGreaterThan(3)
})
