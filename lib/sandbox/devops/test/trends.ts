import 'server-only'
import type { Build } from '../../seed/delivery/model'
import { buildsOf } from '../build/find'
import { type Answer, answerList } from '../protocol/answer'
import { bodyOf, type Call, type Members, textIn } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import { runsOfBuild } from './find'
import { analysisOf, contextOf } from './summaries'

const day = 24 * 3_600_000

const listOf = (members: Members, name: string): readonly unknown[] => {
  const value = members[name]
  return Array.isArray(value) ? value : []
}

/** The days before a date, which is now unless it is given; without a number of days all that was before. */
function isInTime(filter: Members, { now }: Call): (build: Build) => boolean {
  const until = Date.parse(textIn(filter, 'maxCompleteDate') ?? now.toISOString())
  if (Number.isNaN(until)) throw argumentRefused('The maxCompleteDate is not valid.')
  const days = Number(filter.trendDays ?? 0)
  const since = days > 0 ? until - days * day : Number.NEGATIVE_INFINITY
  return ({ finished = Number.NaN }) => finished >= since && finished <= until
}

/** The tests of the latest builds of some definitions in numbers; that the latest comes first is unverified. */
export async function queryBuildTrend(call: Call): Promise<Answer> {
  const filter = await bodyOf(call.request)
  const definitions = listOf(filter, 'definitionIds').map(Number)
  if (definitions.length === 0) throw argumentRefused('The definitionIds are missing.')
  const branches = listOf(filter, 'branchNames')
  const inTime = isInTime(filter, call)
  const tested = buildsOf(call)
    .filter(({ pipeline }) => definitions.includes(pipeline.id))
    .filter(({ branch }) => branches.length === 0 || branches.includes(branch))
    .filter((build) => inTime(build) && runsOfBuild(build, call).length > 0)
  const count = Number(filter.buildCount ?? 0)
  const wanted = (count > 0 ? tested.slice(-count) : tested).toReversed()
  return answerList(
    wanted.map((build) => {
      const { runSummaryByOutcome, ...analysis } = analysisOf(runsOfBuild(build, call))
      return { testResultsContext: contextOf(build), ...analysis }
    }),
  )
}

/** Nothing is released by releases here. */
export const queryReleaseTrend = (): Answer => answerList([])
