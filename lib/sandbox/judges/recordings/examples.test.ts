import { beforeAll, describe, expect, test } from 'vitest'
import { createNotebook, type ExampleCall, readBody } from '../example-call'
import { createJudgedOrganization } from '../organization'
import { exampleBody, hasReference, skipped } from '../reference'
import { compareBodies } from './compare'

/** An official example, and the call by which the sandbox is asked the same. */
interface Example extends ExampleCall {
  readonly example: string
  readonly host?: string
  /** In what the answer is different all the same. */
  readonly known?: readonly string[]
}

const git = 'Storefront/_apis/git/repositories/storefront-web'
const build = 'Storefront/_apis/build/builds?resultFilter=succeeded&$top=1'

/** Calls that have no example, but tell what the others need. */
const preparations: readonly ExampleCall[] = [
  { call: `GET ${git}/commits?searchCriteria.$top=1&searchCriteria.$skip=5`, keep: { commit: 'value.0.commitId' } },
  { call: `GET ${build}`, keep: { build: 'value.0.id' } },
  { call: 'GET Storefront/_apis/test/runs?buildIds={build}', keep: { run: 'value.0.id' } },
]

/** The lines and blocks that are not covered are in the documents, and the examples are of a build that had none. */
const uncovered = ['blocksNotCovered', 'linesNotCovered', 'linesPartiallyCovered'].map(
  (name) => `/value/*/modules/*/statistics/${name} is not recorded`,
)

const examples: readonly Example[] = [
  {
    example:
      'git/7.1/httpExamples/commitDiffs/GET__git_repositories__repositoryId__diffs_commits_baseVersionType-_baseVersionType_',
    call: `GET ${git}/diffs/commits?baseVersionType=commit&baseVersion={commit}&targetVersion=main&$top=1000`,
    // Nothing has been deleted in the example.
    known: ['/changeCounts/Delete is not recorded'],
  },
  {
    example: 'test/7.1/httpExamples/codeCoverage/GET__test_runs__runId__codeCoverage_flags-7',
    call: 'GET Storefront/_apis/test/runs/{run}/codecoverage?flags=7',
    known: uncovered,
  },
  {
    example: 'test/7.1/httpExamples/codeCoverage/GET__test_codeCoverage_buildId-_buildIdParam__flags-7',
    call: 'GET Storefront/_apis/test/codecoverage?buildId={build}&flags=7',
    known: [
      ...uncovered,
      // Nothing is told of the project in the example, and there is no file with the whole coverage here.
      ...['id', 'name', 'url'].map((name) => `/value/*/configuration/project/${name} is not recorded`),
      '/value/*/codeCoverageFileUrl is missing',
    ],
  },
  {
    example: 'search/7.1/httpExamples/workItemSearchResults/POST__WorkItemSearchResults',
    host: 'almsearch.dev.azure.com',
    call: 'POST Storefront/_apis/search/workitemsearchresults',
    body: { searchText: 'the', $skip: 0, $top: 10, includeFacets: true },
  },
]

const note = hasReference ? '' : `: ${skipped}`
const { fetch } = createJudgedOrganization()
const notebook = createNotebook()

async function play(example: ExampleCall, host = 'dev.azure.com'): Promise<unknown> {
  const { address = '', body, ...rest } = notebook.fill(example) ?? {}
  const url = new URL(`https://${host}/contoso/${address}`)
  url.searchParams.set('api-version', '7.1')
  const answer = await readBody(await fetch(new Request(url, { ...rest, ...(body === undefined ? {} : { body }) })))
  notebook.keep(example, answer)
  return answer
}

beforeAll(async () => {
  for (const call of preparations) await play(call)
})

describe('the official examples', () => {
  test.each(examples)(
    `have the shape of the answer to $call${note}`,
    async ({ example, host, known = [], ...call }) => {
      const findings = compareBodies(await play(call, host), exampleBody(example))
      expect(new Set(hasReference ? findings : [])).toEqual(new Set(hasReference ? known : []))
    },
  )
})
