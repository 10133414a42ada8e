import 'server-only'
import type { Resource } from '../protocol/resource'
import { type Route, route } from '../protocol/route'
import { getBuildCoverage, getRunCoverage } from './coverage'
import { testResources, testResultsResources } from './resources'
import { getResult, getRun, getStatistics, listResults, listRuns } from './runs'
import { getResultDetails, getResultSummary, listResultsByBuild } from './summaries'
import { queryBuildTrend, queryReleaseTrend } from './trends'

/** The same answers below two areas: the older one beside all others, the newer one on a host of its own. */
const inArea = (area: 'test' | 'testresults', at: Readonly<Record<keyof typeof testResources, Resource>>): Route[] => [
  route('GET', at.runs, `${area}/runs`, 'project', listRuns),
  route('GET', at.runs, `${area}/runs/*`, 'project', getRun),
  route('GET', at.statistics, `${area}/runs/*/statistics`, 'project', getStatistics),
  route('GET', at.runCoverage, `${area}/runs/*/codecoverage`, 'project', getRunCoverage),
  route('GET', at.results, `${area}/runs/*/results`, 'project', listResults),
  route('GET', at.results, `${area}/runs/*/results/*`, 'project', getResult),
  route('GET', at.buildCoverage, `${area}/codecoverage`, 'project', getBuildCoverage),
  route('GET', at.resultSummaryByBuild, `${area}/resultsummarybybuild`, 'project', getResultSummary),
  route('GET', at.resultDetailsByBuild, `${area}/resultdetailsbybuild`, 'project', getResultDetails),
  route('GET', at.resultsByBuild, `${area}/resultsbybuild`, 'project', listResultsByBuild),
  route('POST', at.resultTrendByBuild, `${area}/resulttrendbybuild`, 'project', queryBuildTrend),
  route('POST', at.resultTrendByRelease, `${area}/resulttrendbyrelease`, 'project', queryReleaseTrend),
]

export const testRoutes: readonly Route[] = [
  ...inArea('test', testResources),
  ...inArea('testresults', testResultsResources),
]
