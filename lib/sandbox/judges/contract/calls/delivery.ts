import 'server-only'
import { type ExampleCall, plain } from '../../example-call'

const builds: readonly ExampleCall[] = [
  { call: 'GET Storefront/_apis/build/definitions', keep: { definition: 'value.0.id' } },
  {
    call: 'GET Storefront/_apis/build/builds?$top=5',
    keep: { build: 'value.0.id', definition: 'value.0.definition.id' },
  },
  ...plain([
    'GET Storefront/_apis/build/definitions/{definition}',
    'GET Storefront/_apis/build/definitions/{definition}/metrics',
    'GET Storefront/_apis/build/builds/{build}',
    'GET Storefront/_apis/build/builds/{build}/changes',
    'GET Storefront/_apis/build/builds/{build}/workitems',
    'GET Storefront/_apis/build/builds/{build}/tags',
    'GET Storefront/_apis/build/latest/{definition}',
    'GET Storefront/_apis/build/metrics/daily',
    'GET Storefront/_apis/build/settings',
    'GET Storefront/_apis/build/status/{definition}',
    'GET Storefront/_apis/pipelines',
    'GET Storefront/_apis/pipelines/{definition}',
    'GET Storefront/_apis/pipelines/{definition}/runs',
    'GET Storefront/_apis/pipelines/{definition}/runs/{build}',
    'GET Storefront/_apis/pipelines/{definition}/runs/{build}/logs',
  ]),
]

const timeline: readonly ExampleCall[] = [
  { call: 'GET Storefront/_apis/build/builds/{build}/timeline', keep: { timeline: 'id' } },
  ...plain(['GET Storefront/_apis/build/builds/{build}/timeline/{timeline}']),
]

const tests: readonly ExampleCall[] = [
  { call: 'GET Storefront/_apis/test/runs', keep: { run: 'value.0.id' } },
  ...plain([
    'GET Storefront/_apis/test/runs/{run}',
    'GET Storefront/_apis/test/runs/{run}/results',
    'GET Storefront/_apis/test/runs/{run}/statistics',
    'GET Storefront/_apis/test/runs/{run}/codecoverage?flags=7',
    'GET Storefront/_apis/test/codecoverage?buildId={build}&flags=7',
    'GET Storefront/_apis/test/runs?minLastUpdatedDate=2026-11-20T00:00:00Z&maxLastUpdatedDate=2026-11-23T00:00:00Z',
    'GET Storefront/_apis/test/resultsummarybybuild?buildId={build}',
    'GET Storefront/_apis/testresults/runs/{run}/statistics',
    'GET Storefront/_apis/testresults/runs',
    'GET Storefront/_apis/testresults/runs/{run}',
    'GET Storefront/_apis/testresults/runs/{run}/results',
    'GET Storefront/_apis/testresults/resultsummarybybuild?buildId={build}',
    'GET Storefront/_apis/testresults/resultdetailsbybuild?buildId={build}',
    'GET Storefront/_apis/testresults/resultsbybuild?buildId={build}',
  ]),
]

export const deliveryCalls: readonly ExampleCall[] = [...builds, ...timeline, ...tests]
