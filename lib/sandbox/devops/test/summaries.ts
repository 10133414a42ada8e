import 'server-only'
import type { Build, TestRun } from '../../seed/delivery/model'
import { projectReference } from '../core/projects'
import { type Answer, answer, answerList } from '../protocol/answer'
import { type Call, numberIn } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import { buildIn, runsOfBuild } from './find'
import { countsOf, durationOf, durationOfRun, type Outcome, outcomeOf, outcomesIn } from './outcomes'
import { resultId, shallowResultJson } from './test-json'

/** The run of the same pipeline before this one. */
function runBefore(run: TestRun, { store }: Call): TestRun | undefined {
  const { testRuns } = store.delivery()
  return testRuns.findLast(({ id, build }) => id < run.id && build.pipeline === run.build.pipeline)
}

/** Hours, minutes, seconds and fraction, as a length of time is written. */
const spanText = (milliseconds: number): string => `${new Date(milliseconds).toISOString().slice(11, 23)}0000`

export const contextOf = ({ id, number, branch, pipeline }: Build) => ({
  contextType: 'build',
  build: {
    id,
    definitionId: pipeline.id,
    number,
    uri: `vstfs:///Build/Build/${id}`,
    buildSystem: 'TfsGit',
    branchName: branch,
    repositoryId: pipeline.repository.id,
  },
})

/** Of each outcome how many there were and how long they took together; what nothing had is left out. */
function resultsByOutcome(runs: readonly TestRun[]) {
  const sums: Record<string, { outcome: string; count: number; milliseconds: number }> = {}
  for (const run of runs) {
    for (let position = 0; position < run.total; position += 1) {
      const outcome = outcomeOf(run, position)
      const sum = sums[outcome] ?? { outcome, count: 0, milliseconds: 0 }
      sums[outcome] = { outcome, count: sum.count + 1, milliseconds: sum.milliseconds + durationOf(run, position) }
    }
  }
  const told = Object.entries(sums).map(([outcome, { count, milliseconds }]) => [
    outcome,
    { outcome: outcome.charAt(0).toLowerCase() + outcome.slice(1), count, duration: spanText(milliseconds) },
  ])
  return Object.fromEntries(told)
}

export function analysisOf(runs: readonly TestRun[]) {
  const failed = runs.filter((run) => run.failed.length > 0).length
  const byOutcome = [
    ['passed', runs.length - failed],
    ['failed', failed],
  ] as const
  const outcomes = byOutcome.filter(([, runsCount]) => runsCount > 0)
  return {
    totalTests: runs.reduce((sum, { total }) => sum + total, 0),
    duration: spanText(runs.reduce((sum, run) => sum + durationOfRun(run), 0)),
    resultsByOutcome: resultsByOutcome(runs),
    runSummaryByState: { Completed: { state: 'completed', runsCount: runs.length, resultsByOutcome: {} } },
    runSummaryByOutcome: Object.fromEntries(outcomes.map(([outcome, runsCount]) => [outcome, { outcome, runsCount }])),
  }
}

/** What failed for the first time, what failed before too, and what no longer fails. */
function failuresOf(run: TestRun | undefined, call: Call) {
  const before = run && runBefore(run, call)
  const failed = run?.failed ?? []
  const failedBefore = before?.failed ?? []
  const tell = (positions: readonly number[], of: TestRun | undefined) => ({
    count: positions.length,
    testResults: positions.map((position) => ({ testResultId: resultId(position), testRunId: of?.id })),
  })
  return {
    ...(before ? { previousContext: contextOf(before.build) } : {}),
    newFailures: tell(
      failed.filter((position) => !failedBefore.includes(position)),
      run,
    ),
    existingFailures: tell(
      failed.filter((position) => failedBefore.includes(position)),
      run,
    ),
    fixedTests: tell(
      failedBefore.filter((position) => !failed.includes(position)),
      run,
    ),
  }
}

/** The tests of a build in numbers. */
export function getResultSummary(call: Call): Answer {
  const build = buildIn(call)
  const runs = runsOfBuild(build, call)
  const withFailures = call.query.get('includeFailureDetails')?.toLowerCase() === 'true'
  return answer({
    aggregatedResultsAnalysis: analysisOf(runs),
    ...(withFailures ? { testFailures: failuresOf(runs[0], call) } : {}),
    testResultsContext: contextOf(build),
    teamProject: projectReference(build.pipeline.repository.project, call.store),
    totalRunsCount: runs.length,
    noConfigRunsCount: runs.length,
  })
}

/** The outcomes of a filter, which is written `Outcome eq Failed,Aborted`. */
function outcomesOfFilter({ query }: Call): (outcome: Outcome) => boolean {
  const filter = query.get('$filter')
  if (!filter) return () => true
  const outcomes = /^\s*Outcome\s+eq\s+(.+)$/i.exec(filter)?.[1]
  if (outcomes === undefined) throw argumentRefused(`The filter ${filter} is not valid.`)
  return outcomesIn(new URLSearchParams({ outcomes: outcomes.replaceAll(/['\s]/g, '') }))
}

/** The results of a build, run by run. */
export function getResultDetails(call: Call): Answer {
  const runs = runsOfBuild(buildIn(call), call)
  const isWanted = outcomesOfFilter(call)
  const resultsForGroup = runs.map((run) => {
    const { failed, passed, skipped } = countsOf(run)
    const all = Array.from({ length: run.total }, (_, position) => position)
    const positions = all.filter((position) => isWanted(outcomeOf(run, position)))
    return {
      groupByValue: { id: run.id, name: run.build.pipeline.name },
      resultsCountByOutcome: {
        ...(passed > 0 ? { Passed: { outcome: 'passed', count: passed } } : {}),
        ...(failed > 0 ? { Failed: { outcome: 'failed', count: failed } } : {}),
        ...(skipped > 0 ? { NotExecuted: { outcome: 'notExecuted', count: skipped } } : {}),
      },
      results: positions.map((position) => ({
        id: resultId(position),
        testRun: { id: String(run.id) },
        outcome: outcomeOf(run, position),
      })),
    }
  })
  return answer({ groupByField: 'TestRun', resultsForGroup })
}

/** Brief results of a build, of the outcomes that are asked for. */
export function listResultsByBuild(call: Call): Answer {
  const { query } = call
  const isWanted = outcomesIn(query)
  const results = runsOfBuild(buildIn(call), call)
    .flatMap((run) => Array.from({ length: run.total }, (_, position) => shallowResultJson(run, position)))
    .filter(({ outcome }) => isWanted(outcome))
  return answerList(results.slice(0, numberIn(query, '$top') ?? results.length))
}
