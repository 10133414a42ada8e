import 'server-only'
import type { PullRequest } from '../../seed/delivery/model'
import { type Answer, answer } from '../protocol/answer'
import { bodyOf, type Call, type Members, membersOf } from '../protocol/call'
import { membersNamed } from '../protocol/enumeration'
import { repositoryIn } from './find'
import { pullRequestJson } from './git-json'

const types = { notset: 0, lastmergecommit: 1, commit: 2 }

/** Whether a pull request was merged as that commit, or has it on its source branch. */
const tests: Readonly<Record<string, (pullRequest: PullRequest, commit: string) => boolean>> = {
  lastmergecommit: ({ merge }, commit) => merge.id === commit,
  commit: ({ commits }, commit) => commits.some(({ id }) => id === commit),
}

const textsIn = (value: unknown): string[] =>
  Array.isArray(value) ? value.map((one) => String(one).toLowerCase()) : []

/** By commit, which pull requests have to do with it; a commit that none has is left out. */
function resultOf({ type, items }: Members, pullRequests: readonly PullRequest[], call: Call) {
  const [name = ''] = membersNamed(types, String(type ?? 'notSet'))
  const test = tests[name] ?? (() => false)
  const found = textsIn(items).map((commit) => [commit, pullRequests.filter((one) => test(one, commit))] as const)
  const told = found.map(([commit, own]) => [commit, own.map((one) => pullRequestJson(one, call.store, true))] as const)
  return Object.fromEntries(told.filter(([, own]) => own.length > 0))
}

/** Finds pull requests by commits. Each query has its result at the same position. */
export async function queryPullRequests(call: Call): Promise<Answer> {
  const repository = repositoryIn(call)
  const own = call.store.delivery().pullRequests.filter((one) => one.repository === repository)
  const { queries } = await bodyOf(call.request)
  const asked = Array.isArray(queries) ? queries : []
  const results = asked.map((query) => resultOf(membersOf(query), own, call))
  return answer({ queries: asked, results })
}
