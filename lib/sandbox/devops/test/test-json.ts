import 'server-only'
import type { TestRun } from '../../seed/delivery/model'
import { testName } from '../../seed/delivery/test-runs'
import type { Store } from '../store/index'
import { dateText, shownPerson } from '../wit/render'
import { countsOf, durationOf, type Outcome, outcomeOf } from './outcomes'

const projectOf = ({ build }: TestRun) => build.pipeline.repository.project

const runUrl = (run: TestRun, { url }: Store): string => `${url}/${projectOf(run).id}/_apis/test/Runs/${run.id}`

const runName = ({ build }: TestRun): string => `${build.pipeline.name} ${build.number}`

export const runReference = (run: TestRun, store: Store) => ({
  id: String(run.id),
  name: runName(run),
  url: runUrl(run, store),
})

export function projectReference(run: TestRun, { url }: Store) {
  const { id, name } = projectOf(run)
  return { id, name, url: `${url}/_apis/projects/${encodeURIComponent(name)}` }
}

function buildReference({ build }: TestRun, { url }: Store) {
  const { project } = build.pipeline.repository
  return { id: String(build.id), name: build.number, url: `${url}/${project.id}/_apis/build/Builds/${build.id}` }
}

/** How many came to which end; an outcome that nothing had is left out. */
function statisticsOf(run: TestRun) {
  const { passed, failed, skipped } = countsOf(run)
  const counts: readonly (readonly [Outcome, number])[] = [
    ['Passed', passed],
    ['Failed', failed],
    ['NotExecuted', skipped],
  ]
  return counts.flatMap(([outcome, count]) => (count === 0 ? [] : [{ state: 'Completed', outcome, count }]))
}

export const runStatisticsJson = (run: TestRun, store: Store) => ({
  run: runReference(run, store),
  runStatistics: statisticsOf(run),
})

/** What a run tells in a list. */
export function runJson(run: TestRun, store: Store) {
  const { total, passed, failed, skipped } = countsOf(run)
  const { id, name } = projectOf(run)
  return {
    id: run.id,
    name: runName(run),
    url: runUrl(run, store),
    isAutomated: true,
    owner: shownPerson(run.build.pipeline.createdBy, store),
    project: { id, name },
    startedDate: dateText(run.started),
    completedDate: dateText(run.completed),
    state: 'Completed',
    totalTests: total,
    incompleteTests: 0,
    notApplicableTests: skipped,
    passedTests: passed,
    unanalyzedTests: failed,
    revision: 3,
    webAccessUrl: `${store.url}/${id}/_TestManagement/Runs/?runId=${run.id}&_a=runCharts`,
    pipelineReference: { pipelineId: run.build.id },
  }
}

/** A run alone, or in detail. */
export const wholeRunJson = (run: TestRun, store: Store) => ({
  ...runJson(run, store),
  project: projectReference(run, store),
  build: buildReference(run, store),
  buildConfiguration: {
    id: run.build.id,
    number: run.build.number,
    uri: `vstfs:///Build/Build/${run.build.id}`,
    buildDefinitionId: run.build.pipeline.id,
    branchName: run.build.branch,
  },
  postProcessState: 'Complete',
  createdDate: dateText(run.started),
  lastUpdatedDate: dateText(run.completed),
  lastUpdatedBy: shownPerson(run.build.pipeline.createdBy, store),
  runStatistics: statisticsOf(run),
})

/** Results are numbered from here on in every run. */
const firstResult = 100_000

export const resultId = (position: number): number => firstResult + position

export const positionOf = (id: string): number => Number(id) - firstResult

export function resultJson(run: TestRun, position: number, store: Store) {
  const { repository } = run.build.pipeline
  const owner = shownPerson(run.build.pipeline.createdBy, store)
  const name = testName(repository, position)
  const outcome = outcomeOf(run, position)
  return {
    id: resultId(position),
    project: projectReference(run, store),
    startedDate: dateText(run.started),
    completedDate: dateText(run.started + durationOf(run, position)),
    durationInMs: durationOf(run, position),
    outcome,
    revision: 1,
    state: 'Completed',
    testCase: { name },
    testRun: runReference(run, store),
    lastUpdatedDate: dateText(run.completed),
    priority: 0,
    computerName: 'Azure Pipelines 1',
    build: buildReference(run, store),
    createdDate: dateText(run.started),
    url: `${runUrl(run, store)}/Results/${resultId(position)}`,
    failureType: 'None',
    automatedTestName: name,
    automatedTestStorage: repository.name,
    automatedTestType: 'JUnit',
    testCaseTitle: name,
    owner,
    runBy: owner,
    lastUpdatedBy: owner,
    ...(outcome === 'Failed' ? { errorMessage: 'Expected true, received false', stackTrace: `at ${name}` } : {}),
  }
}

/** What lists of a build's results tell of one. */
export const shallowResultJson = (run: TestRun, position: number) => ({
  id: resultId(position),
  runId: run.id,
  refId: position + 1,
  outcome: outcomeOf(run, position),
  priority: 0,
  automatedTestName: testName(run.build.pipeline.repository, position),
  automatedTestStorage: run.build.pipeline.repository.name,
  owner: '',
  testCaseTitle: testName(run.build.pipeline.repository, position),
  durationInMs: durationOf(run, position),
  isReRun: false,
})
