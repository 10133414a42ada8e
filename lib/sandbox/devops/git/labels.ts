import 'server-only'
import type { PullRequest } from '../../seed/delivery/model'
import { type Answer, answer, answerList } from '../protocol/answer'
import type { Call } from '../protocol/call'
import type { Store } from '../store/index'
import { partUnknown } from './errors'
import { pullRequestIn } from './find'
import { labelJson, pullRequestUrl } from './git-json'

/** Read for themselves, labels have addresses. */
const labelsOf = (pullRequest: PullRequest, store: Store) =>
  pullRequest.labels.map(labelJson).map((label) => ({
    ...label,
    url: `${pullRequestUrl(pullRequest, store)}/labels/${label.id}`,
  }))

export const listLabels = (call: Call): Answer => answerList(labelsOf(pullRequestIn(call), call.store))

/** By ID or name. */
export function getLabel(call: Call): Answer {
  const wanted = call.parameters[2]?.toLowerCase() ?? ''
  const labels = labelsOf(pullRequestIn(call), call.store)
  const label = labels.find(({ id, name }) => id === wanted || name.toLowerCase() === wanted)
  if (!label) throw partUnknown('label', wanted)
  return answer(label)
}
