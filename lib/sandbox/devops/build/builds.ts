import 'server-only'
import type { Build, Commit } from '../../seed/delivery/model'
import { commitReference } from '../git/git-json'
import { type Answer, answer, answerList } from '../protocol/answer'
import { type Call, numberIn } from '../protocol/call'
import type { Store } from '../store/index'
import { dateText, shownPerson } from '../wit/render'
import { buildJson } from './build-json'
import { buildUnknown } from './errors'
import { buildsOf, findBuild, pipelineNamed } from './find'

const buildIn = (call: Call): Build => findBuild(call, call.parameters[0] ?? '')

export const getBuild = (call: Call): Answer => answer(buildJson(buildIn(call), call.store))

/** The latest completed build of a definition, which is named or numbered. */
export function getLatestBuild(call: Call): Answer {
  const wanted = call.parameters[0] ?? ''
  const branch = call.query.get('branchName')
  const pipeline = pipelineNamed(call, wanted)
  const isLatest = (one: Build) =>
    one.pipeline === pipeline && one.result !== undefined && (!branch || one.branch.endsWith(branch))
  const build = buildsOf(call).findLast(isLatest)
  if (!build) throw buildUnknown(wanted)
  return answer(buildJson(build, call.store))
}

/** The pull request that it was made for, or whose merge it was made for. */
function pullRequestOf(build: Build, { delivery }: Store) {
  return build.pullRequest ?? delivery().pullRequests.find(({ merge }) => merge.id === build.commit)
}

function commitsOf({ pullRequest, pipeline, commit }: Build, { delivery }: Store): readonly Commit[] {
  if (pullRequest) return pullRequest.commits.toReversed()
  if (pipeline.occasion === 'night') return []
  return delivery()
    .commitsOf(pipeline.repository)
    .filter(({ id }) => id === commit)
}

/** What is in it that was not in the one before. */
export function listChanges(call: Call): Answer {
  const { store, query } = call
  const build = buildIn(call)
  const { repository } = build.pipeline
  const value = commitsOf(build, store)
    .slice(0, numberIn(query, '$top') ?? 50)
    .map(({ id, comment, author, at }) => ({
      id,
      message: comment,
      type: 'TfsGit',
      author: shownPerson(author, store),
      timestamp: dateText(at),
      location: commitReference(id, repository, store).url,
    }))
  return answerList(value)
}

/** The work items of what is in it; their IDs are texts. */
export function listBuildWorkItems(call: Call): Answer {
  const { store } = call
  const build = buildIn(call)
  const ids = build.pipeline.occasion === 'night' ? [] : (pullRequestOf(build, store)?.workItems ?? [])
  return answerList(ids.map((id) => ({ id: String(id), url: `${store.url}/_apis/wit/workItems/${id}` })))
}

/** Nobody has tagged anything. */
export function listTags(call: Call): Answer {
  buildIn(call)
  return answerList([])
}

export const listTagsOfProject = (): Answer => answerList([])
