import 'server-only'
import { type ExampleCall, plain } from '../../example-call'

const build = 'GET Storefront/_apis/build'
const run = 'GET Storefront/_apis/pipelines/{definition}/runs/{build}'

const builds: readonly ExampleCall[] = [
  { call: `${build}/definitions`, keep: { definition: 'value.0.id' } },
  {
    call: `${build}/builds?resultFilter=succeeded&$top=5`,
    keep: { build: 'value.0.id', definition: 'value.0.definition.id' },
  },
  { call: `${build}/builds/{build}/timeline`, keep: { timeline: 'id' } },
  ...plain([
    `${build}/definitions/{definition}`,
    `${build}/definitions/{definition}/metrics`,
    `${build}/definitions/{definition}/revisions`,
    `${build}/builds/{build}`,
    `${build}/builds/{build}/artifacts`,
    `${build}/builds/{build}/changes`,
    `${build}/builds/{build}/logs`,
    `${build}/builds/{build}/logs/1`,
    `${build}/builds/{build}/tags`,
    `${build}/builds/{build}/timeline/{timeline}`,
    `${build}/builds/{build}/workitems`,
    `${build}/latest/{definition}`,
    `${build}/metrics/daily`,
    `${build}/settings`,
    `${build}/status/{definition}`,
    `${build}/tags`,
  ]),
]

const pipelines: readonly ExampleCall[] = [
  ...plain([
    'GET Storefront/_apis/pipelines',
    'GET Storefront/_apis/pipelines/{definition}',
    'GET Storefront/_apis/pipelines/{definition}/runs',
    run,
    `${run}/artifacts?artifactName=drop&$expand=signedContent`,
    `${run}/logs?$expand=signedContent`,
    `${run}/logs/1`,
    `${run}/signedlogcontent/1`,
  ]),
  { call: 'POST Storefront/_apis/pipelines/{definition}/preview', body: { previewRun: true } },
  { call: 'POST Storefront/_apis/pipelines/{definition}/runs', body: {} },
  { call: 'POST Storefront/_apis/pipelines', body: { name: 'another', folder: null, configuration: { type: 'yaml' } } },
]

/** Both areas answer the same questions. */
const testsIn = (area: 'test' | 'testresults'): ExampleCall[] => [
  ...plain([
    `GET Storefront/_apis/${area}/runs`,
    `GET Storefront/_apis/${area}/runs?minLastUpdatedDate=2026-11-20T00:00:00Z&maxLastUpdatedDate=2026-11-23T00:00:00Z`,
    `GET Storefront/_apis/${area}/runs/{run}`,
    `GET Storefront/_apis/${area}/runs/{run}/statistics`,
    `GET Storefront/_apis/${area}/runs/{run}/codecoverage?flags=7`,
    `GET Storefront/_apis/${area}/runs/{run}/results`,
    `GET Storefront/_apis/${area}/runs/{run}/results/100000`,
    `GET Storefront/_apis/${area}/codecoverage?buildId={build}&flags=7`,
    `GET Storefront/_apis/${area}/resultsummarybybuild?buildId={build}`,
    `GET Storefront/_apis/${area}/resultdetailsbybuild?buildId={build}`,
    `GET Storefront/_apis/${area}/resultsbybuild?buildId={build}`,
  ]),
  {
    call: `POST Storefront/_apis/${area}/resulttrendbybuild`,
    body: { definitionIds: ['{definition}'], buildCount: 3 },
  },
  { call: `POST Storefront/_apis/${area}/resulttrendbyrelease`, body: {} },
]

const tests: readonly ExampleCall[] = [
  { call: 'GET Storefront/_apis/test/runs?buildIds={build}', keep: { run: 'value.0.id' } },
  ...testsIn('test'),
  ...testsIn('testresults'),
]

export const deliveryCalls: readonly ExampleCall[] = [...builds, ...pipelines, ...tests]
