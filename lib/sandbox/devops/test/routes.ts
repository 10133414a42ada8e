import 'server-only'
import { type Route, route } from '../protocol/route'
import { testResources, testResultsResources } from './resources'
import { getRun, getStatistics, listResults, listRuns } from './runs'
import { getResultDetails, getResultSummary, listResultsByBuild } from './summaries'

/** The same answers below two areas: the older one beside all others, the newer one on a host of its own. */
const inArea = (area: 'test' | 'testresults', resources: Pick<typeof testResources, keyof typeof testResources>) => [
  route('GET', resources.runs, `${area}/runs`, 'project', listRuns),
  route('GET', resources.runs, `${area}/runs/*`, 'project', getRun),
  route('GET', resources.statistics, `${area}/runs/*/statistics`, 'project', getStatistics),
  route('GET', resources.results, `${area}/runs/*/results`, 'project', listResults),
  route('GET', resources.resultSummaryByBuild, `${area}/resultsummarybybuild`, 'project', getResultSummary),
]

const { resultDetailsByBuild, resultsByBuild } = testResultsResources

export const testRoutes: readonly Route[] = [
  ...inArea('test', testResources),
  ...inArea('testresults', testResultsResources),
  route('GET', resultDetailsByBuild, 'testresults/resultdetailsbybuild', 'project', getResultDetails),
  route('GET', resultsByBuild, 'testresults/resultsbybuild', 'project', listResultsByBuild),
]
