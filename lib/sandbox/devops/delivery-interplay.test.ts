import type { WebApi } from 'azure-devops-node-api'
import {
  BuildQueryOrder,
  BuildResult,
  BuildStatus,
  TaskResult,
} from 'azure-devops-node-api/interfaces/BuildInterfaces.js'
import { PullRequestStatus, PullRequestTimeRangeType } from 'azure-devops-node-api/interfaces/GitInterfaces.js'
import { TestOutcome } from 'azure-devops-node-api/interfaces/TestInterfaces.js'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connectClient } from './test-client'
import { createTestOrganization } from './test-organization'

/** Microsoft's own client for Node, as it is published, reads what the sandbox's teams delivered. */
let client: Awaited<ReturnType<typeof connectClient>>
let api: WebApi

beforeAll(async () => {
  client = await connectClient(createTestOrganization({ items: 500 }))
  api = client.api
})

afterAll(() => client.close())

test('reads repositories, commits, and pull requests by status and date, with reviewers and work items', async () => {
  const git = await api.getGitApi()
  const [repository] = await git.getRepositories('Storefront')
  const id = String(repository?.id)
  const fromDate = '2026-05-01T00:00:00Z'
  const commits = await git.getCommits(id, { fromDate, $top: 5 }, 'Storefront')
  expect(commits).toHaveLength(5)
  expect(commits[0]?.author?.date).toBeInstanceOf(Date)

  const minTime = new Date('2026-05-01T00:00:00Z')
  const criteria = { status: PullRequestStatus.Completed, minTime, queryTimeRangeType: PullRequestTimeRangeType.Closed }
  const [merged] = await git.getPullRequests(id, criteria, 'Storefront')
  expect(merged?.status).toBe(PullRequestStatus.Completed)
  expect(Number(merged?.closedDate)).toBeGreaterThan(Number(minTime))
  const number = Number(merged?.pullRequestId)
  const reviewers = await git.getPullRequestReviewers(id, number, 'Storefront')
  expect(reviewers.map(({ vote }) => vote)).toContain(10)
  expect(await git.getPullRequestWorkItemRefs(id, number, 'Storefront')).toEqual(expect.any(Array))
  expect((await git.getBranches(id, 'Storefront')).map(({ name }) => name)).toContain('main')
})

test('reads builds by result, their timelines and changes, and the definitions with their latest builds', async () => {
  const build = await api.getBuildApi()
  const definitions = await build.getDefinitions('Storefront', 'storefront-web')
  const ids = definitions.flatMap(({ id }) => id ?? [])
  const failed = BuildResult.Failed
  const order = BuildQueryOrder.FinishTimeDescending
  const [one] = await build.getBuilds(
    'Storefront',
    ids,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    undefined,
    BuildStatus.Completed,
    failed,
    undefined,
    undefined,
    3,
    undefined,
    undefined,
    undefined,
    order,
  )
  expect(one?.result).toBe(failed)
  const { records = [] } = await build.getBuildTimeline('Storefront', Number(one?.id))
  expect(records.map(({ result }) => result)).toContain(TaskResult.Failed)
  expect(await build.getBuildChanges('Storefront', Number(one?.id))).not.toEqual([])
})

test('reads test runs, the results that failed, and the report of a build', async () => {
  const tests = await api.getTestApi()
  const runs = await tests.getTestRuns('Storefront', undefined, undefined, undefined, undefined, true, true, 0, 1000)
  const run = runs.find(({ unanalyzedTests }) => Number(unanalyzedTests) > 0)
  const results = await tests.getTestResults('Storefront', Number(run?.id), undefined, 0, 100, [TestOutcome.Failed])
  expect(results).toHaveLength(Number(run?.unanalyzedTests))
  const { runStatistics = [] } = await tests.getTestRunStatistics('Storefront', Number(run?.id))
  expect(runStatistics.map(({ outcome }) => outcome)).toContain('Failed')
  const report = await tests.queryTestResultsReportForBuild('Storefront', Number(run?.build?.id))
  expect(report.aggregatedResultsAnalysis?.totalTests).toBe(run?.totalTests)
})
