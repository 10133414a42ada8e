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
  resultDetailsByBuild: preview(
    {
      id: 'efb387b0-10d5-42e7-be40-95e06ee9430f',
      area: 'Test',
      resourceName: 'ResultDetailsByBuild',
      routeTemplate: '{project}/_apis/test/{resource}',
      resourceVersion: 2,
    },
    '3.0',
  ),
  resultsByBuild: preview(
    {
      id: '3c191b88-615b-4be2-b7d9-5ff9141e91d4',
      area: 'Test',
      resourceName: 'ResultsByBuild',
      routeTemplate: '{project}/_apis/test/{resource}',
      resourceVersion: 1,
    },
    '4.1',
  ),
  resultTrendByBuild: preview(
    {
      id: 'fbc82a85-0786-4442-88bb-eb0fda6b01b0',
      area: 'Test',
      resourceName: 'ResultTrendByBuild',
      routeTemplate: '{project}/_apis/test/{resource}',
      resourceVersion: 1,
    },
    '3.0',
  ),
  resultTrendByRelease: preview(
    {
      id: 'dd178e93-d8dd-4887-9635-d6b9560b7b6e',
      area: 'Test',
      resourceName: 'ResultTrendByRelease',
      routeTemplate: '{project}/_apis/test/{resource}',
      resourceVersion: 1,
    },
    '3.0',
  ),
  buildCoverage: resource(
    {
      id: '77560e8a-4e8c-4d59-894e-a5f264c24444',
      area: 'Test',
      resourceName: 'CodeCoverage',
      routeTemplate: '{project}/_apis/test/{resource}',
      resourceVersion: 1,
    },
    '2.0',
  ),
  runCoverage: resource(
    {
      id: '9629116f-3b89-4ed8-b358-d4694efda160',
      area: 'Test',
      resourceName: 'CodeCoverage',
      routeTemplate: '{project}/_apis/test/Runs/{runId}/{resource}',
      resourceVersion: 1,
    },
    '2.0',
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
    routeTemplate: '{project}/_apis/{area}/runs/{runId}/{resource}/{testResultId}',
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
  resultTrendByBuild: preview({
    id: '0886a7ae-315a-4dba-9122-bcce93301f3a',
    area: 'testresults',
    resourceName: 'resulttrendbybuild',
    routeTemplate: '{project}/_apis/{area}/{resource}',
    resourceVersion: 1,
    service: store,
  }),
  resultTrendByRelease: preview({
    id: '107f23c3-359a-460a-a70c-63ee739f9f9a',
    area: 'testresults',
    resourceName: 'resulttrendbyrelease',
    routeTemplate: '{project}/_apis/{area}/{resource}',
    resourceVersion: 1,
    service: store,
  }),
  buildCoverage: preview({
    id: '9b3e1ece-c6ab-4fbb-8167-8a32a0c92216',
    area: 'testresults',
    resourceName: 'codecoverage',
    routeTemplate: '{project}/_apis/{area}/{resource}',
    resourceVersion: 1,
    service: store,
  }),
  runCoverage: preview({
    id: '5641efbc-6f9b-401a-baeb-d3da22489e5e',
    area: 'testresults',
    resourceName: 'codecoverage',
    routeTemplate: '{project}/_apis/{area}/runs/{runId}/{resource}',
    resourceVersion: 1,
    service: store,
  }),
} as const
