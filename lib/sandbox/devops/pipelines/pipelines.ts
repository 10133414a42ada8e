import 'server-only'
import type { Build, Pipeline } from '../../seed/delivery/model'
import { pipelineFile } from '../../seed/delivery/stages'
import { buildUnknown } from '../build/errors'
import { findBuild, findPipeline, pipelinesOf } from '../build/find'
import { type Answer, answer, answerList } from '../protocol/answer'
import { type Call, numberIn } from '../protocol/call'
import type { Store } from '../store/index'
import { dateText } from '../wit/render'

const projectUrl = ({ repository }: Pipeline, { url }: Store): string => `${url}/${repository.project.id}`

const pipelineUrl = (pipeline: Pipeline, store: Store): string =>
  `${projectUrl(pipeline, store)}/_apis/pipelines/${pipeline.id}`

const reference = (pipeline: Pipeline, store: Store) => ({
  url: `${pipelineUrl(pipeline, store)}?revision=1`,
  id: pipeline.id,
  revision: 1,
  name: pipeline.name,
  folder: '\\',
})

function pipelineJson(pipeline: Pipeline, store: Store) {
  const web = `${projectUrl(pipeline, store)}/_build/definition?definitionId=${pipeline.id}`
  const { url, ...about } = reference(pipeline, store)
  return { _links: { self: { href: url }, web: { href: web } }, url, ...about }
}

/** By name; the token for the next page is the number of pipelines before it. */
export function listPipelines(call: Call): Answer {
  const { store, query } = call
  const all = pipelinesOf(call).toSorted((one, other) => one.name.localeCompare(other.name))
  const start = numberIn(query, 'continuationToken') ?? 0
  const end = start + (numberIn(query, '$top') ?? all.length)
  const value = all.slice(start, end).map((pipeline) => pipelineJson(pipeline, store))
  return answer({ count: value.length, value }, end < all.length ? { 'x-ms-continuationtoken': String(end) } : {})
}

export function getPipeline(call: Call): Answer {
  const pipeline = findPipeline(call, call.parameters[0] ?? '')
  const { _links, ...about } = pipelineJson(pipeline, call.store)
  const configuration = {
    path: pipelineFile(pipeline.occasion),
    repository: { id: pipeline.repository.id, type: 'azureReposGit' },
    type: 'yaml',
  }
  return answer({ _links, configuration, ...about })
}

/** Runs know no partial success, and do not tell waiting from running. */
function stateOf({ result, finished }: Build) {
  if (result === undefined) return { state: 'inProgress' }
  const told = result === 'partiallySucceeded' ? 'succeeded' : result
  return { state: 'completed', result: told, ...(finished === undefined ? {} : { finishedDate: dateText(finished) }) }
}

export const runUrl = ({ id, pipeline }: Build, store: Store): string => `${pipelineUrl(pipeline, store)}/runs/${id}`

function runJson(build: Build, store: Store) {
  const { id, pipeline, queued, number } = build
  const url = runUrl(build, store)
  const { finishedDate, ...state } = { finishedDate: undefined, ...stateOf(build) }
  return {
    _links: {
      self: { href: url },
      web: { href: `${projectUrl(pipeline, store)}/_build/results?buildId=${id}` },
      'pipeline.web': { href: `${projectUrl(pipeline, store)}/_build/definition?definitionId=${pipeline.id}` },
      pipeline: { href: `${pipelineUrl(pipeline, store)}?revision=1` },
    },
    templateParameters: {},
    pipeline: reference(pipeline, store),
    ...state,
    createdDate: dateText(queued),
    ...(finishedDate === undefined ? {} : { finishedDate }),
    url,
    id,
    name: number,
  }
}

const mostRuns = 10_000

/** The latest first, and no more than ten thousand. */
export function listRuns(call: Call): Answer {
  const pipeline = findPipeline(call, call.parameters[0] ?? '')
  const runs = call.store.delivery().builds.filter((build) => build.pipeline === pipeline)
  return answerList(
    runs
      .toReversed()
      .slice(0, mostRuns)
      .map((build) => runJson(build, call.store)),
  )
}

/** `pipelines/{pipeline}/runs/{run}/…` */
export function runIn(call: Call): Build {
  const [pipelineId = '', id = ''] = call.parameters
  const build = findBuild(call, id)
  if (build.pipeline !== findPipeline(call, pipelineId)) throw buildUnknown(id)
  return build
}

export function getRun(call: Call): Answer {
  const { store } = call
  const build = runIn(call)
  const repository = { id: build.pipeline.repository.id, type: 'azureReposGit' }
  const self = { repository, refName: build.branch, version: build.commit }
  return answer({ ...runJson(build, store), resources: { repositories: { self } } })
}
