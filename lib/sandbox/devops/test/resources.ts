import 'server-only'
import { preview, resource } from '../protocol/resource'

/** IDs and versions as the service itself tells them. */
export const testResources = {
  runs: resource({
    id: 'cadb3810-d47d-4a3c-a234-fe5f3be50138',
    area: 'Test',
    resourceName: 'Runs',
    routeTemplate: '{project}/_apis/test/{resource}/{runId}',
    resourceVersion: 3,
  }),
  statistics: resource({
    id: '0a42c424-d764-4a16-a2d5-5c85f87d0ae8',
    area: 'Test',
    resourceName: 'Runs',
    routeTemplate: '{project}/_apis/test/{resource}/{runId}/Statistics',
    resourceVersion: 3,
  }),
  results: resource({
    id: '4637d869-3a76-4468-8057-0bb02aa385cf',
    area: 'Test',
    resourceName: 'Results',
    routeTemplate: '{project}/_apis/test/Runs/{runId}/{resource}/{testCaseResultId}',
    resourceVersion: 6,
  }),
  resultSummaryByBuild: preview(
    {
      id: '000ef77b-fea2-498d-a10d-ad1a037f559f',
      area: 'Test',
      resourceName: 'ResultSummaryByBuild',
      routeTemplate: '{project}/_apis/test/{resource}',
      resourceVersion: 3,
    },
    '3.0',
  ),
} as const

const store = 'vstmr.dev.azure.com'

/** The same on the host of the test results; IDs and routes as Microsoft's client for Node has them. */
export const testResultsResources = {
  runs: preview({
    id: '364538f9-8062-4ce0-b024-75a0fb463f0d',
    area: 'testresults',
    resourceName: 'runs',
    routeTemplate: '{project}/_apis/{area}/{resource}/{runId}',
    resourceVersion: 1,
    service: store,
  }),
  statistics: preview({
    id: '82b986e8-ca9e-4a89-b39e-f65c69bc104a',
    area: 'testresults',
    resourceName: 'statistics',
    routeTemplate: '{project}/_apis/{area}/runs/{runId}/{resource}',
    resourceVersion: 2,
    service: store,
  }),
  results: preview({
    id: '02afa165-e79a-4d70-8f0c-2af0f35b4e07',
    area: 'testresults',
    resourceName: 'results',
    routeTemplate: '{project}/_apis/{area}/runs/{runId}/{resource}',
    resourceVersion: 2,
    service: store,
  }),
  resultSummaryByBuild: preview({
    id: 'e009fa95-95a5-4ad4-9681-590043ce2423',
    area: 'testresults',
    resourceName: 'resultsummarybybuild',
    routeTemplate: '{project}/_apis/{area}/{resource}',
    resourceVersion: 1,
    service: store,
  }),
  resultDetailsByBuild: preview({
    id: 'a518c749-4524-45b2-a7ef-1ac009b312cd',
    area: 'testresults',
    resourceName: 'resultdetailsbybuild',
    routeTemplate: '{project}/_apis/{area}/{resource}',
    resourceVersion: 1,
    service: store,
  }),
  resultsByBuild: preview({
    id: 'f48cc885-dbc4-4efc-ab19-ae8c19d1e02a',
    area: 'testresults',
    resourceName: 'resultsbybuild',
    routeTemplate: '{project}/_apis/{area}/{resource}',
    resourceVersion: 1,
    service: store,
  }),
} as const
