import 'server-only'
import type { Build, BuildResult } from '../../seed/delivery/model'
import { type Answer, answerList } from '../protocol/answer'
import { type Call, dateIn } from '../protocol/call'
import { membersNamed } from '../protocol/enumeration'
import { dateText } from '../wit/render'
import { buildsOf, findPipeline } from './find'

const hour = 3_600_000
const day = 24 * hour

const byResult: Readonly<Record<BuildResult, string>> = {
  succeeded: 'SuccessfulBuilds',
  failed: 'FailedBuilds',
  partiallySucceeded: 'PartiallySuccessfulBuilds',
  canceled: 'CanceledBuilds',
}

interface Metric {
  readonly name: string
  readonly intValue: number
  /** When the day or hour began; what is counted now has none. */
  readonly date?: string
}

/** How many builds came to which end in each day or hour, the earliest first; what there was none of is left out. */
function pastMetrics(builds: readonly Build[], since: number, length: number): Metric[] {
  const counts = new Map<number, Map<string, number>>()
  for (const { finished, result } of builds) {
    if (finished === undefined || result === undefined || finished < since) continue
    const begin = finished - (finished % length)
    const own = counts.get(begin) ?? new Map<string, number>()
    for (const name of [byResult[result], 'TotalBuilds']) own.set(name, (own.get(name) ?? 0) + 1)
    counts.set(begin, own)
  }
  return [...counts]
    .sort(([one], [other]) => one - other)
    .flatMap(([begin, own]) => [...own].map(([name, intValue]) => ({ name, intValue, date: dateText(begin) })))
}

function presentMetrics(builds: readonly Build[]): Metric[] {
  const count = (wanted: Build['status']) => builds.filter(({ status }) => status === wanted).length
  return [
    { name: 'CurrentBuildsInQueue', intValue: count('notStarted') },
    { name: 'CurrentBuildsInProgress', intValue: count('inProgress') },
  ]
}

const defaultDays = 7

/**
 * The names are Microsoft's; how far back one sees who does not say it with `minMetricsTime`, and that what there was
 * none of is left out, is unverified.
 */
function metricsOf(builds: readonly Build[], length: number, { query, now }: Call): Metric[] {
  const since = dateIn(query, 'minMetricsTime') ?? now.getTime() - defaultDays * day
  return [...presentMetrics(builds), ...pastMetrics(builds, since, length)]
}

/** Day by day. */
export function getDefinitionMetrics(call: Call): Answer {
  const pipeline = findPipeline(call, call.parameters[0] ?? '')
  const builds = buildsOf(call).filter((build) => build.pipeline === pipeline)
  return answerList(metricsOf(builds, day, call))
}

/** Those of all definitions together, `hourly` or `daily`. */
export function getProjectMetrics(call: Call): Answer {
  const [length] = membersNamed({ hourly: 0, daily: 1 }, call.parameters[0] ?? '')
  return answerList(metricsOf(buildsOf(call), length === 'hourly' ? hour : day, call))
}
