import 'server-only'
import type { PullRequest } from '../../seed/delivery/model'
import type { Project } from '../../seed/model'
import { findPullRequest } from '../git/find'
import { type Answer, answer, answerList } from '../protocol/answer'
import { type Call, projectOf } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import type { Store } from '../store/index'
import { guidOf } from '../store/members/ids'
import { dateText, shownPerson } from '../wit/render'
import { policyUnknown, typeUnknown } from './errors'

interface PolicyType {
  readonly id: string
  readonly displayName: string
}

/** A rule that a pull request to the main branch has to meet. */
interface Policy {
  readonly id: number
  readonly type: PolicyType
  readonly isBlocking: boolean
  readonly settings: Readonly<Record<string, unknown>>
}

const minimumReviewers = { id: 'fa4e907d-c16b-4a4c-9dfa-4906e5d171dd', displayName: 'Minimum number of reviewers' }
const build = { id: '0609b952-1397-4640-95ec-e00a01b2c241', displayName: 'Build' }
const workItems = { id: '40e92b44-2fe1-4dd6-b3d8-74a9c21d0c6e', displayName: 'Work item linking' }

const scope = [{ refName: null, matchKind: 'DefaultBranch', repositoryId: null }]

const policies: readonly Policy[] = [
  {
    id: 1,
    type: minimumReviewers,
    isBlocking: true,
    settings: {
      minimumApproverCount: 1,
      creatorVoteCounts: false,
      allowDownvotes: false,
      resetOnSourcePush: false,
      requireVoteOnLastIteration: false,
      resetRejectionsOnSourcePush: false,
      blockLastPusherVote: false,
      requireVoteOnEachIteration: false,
      scope,
    },
  },
  {
    id: 2,
    type: build,
    isBlocking: true,
    settings: {
      buildDefinitionId: 1,
      queueOnSourceUpdateOnly: true,
      manualQueueOnly: false,
      validDuration: 720,
      scope,
    },
  },
  { id: 3, type: workItems, isBlocking: false, settings: { scope } },
]

const policyUrl = (project: Project, { url }: Store): string => `${url}/${project.id}/_apis/policy`

const typeJson = ({ id, displayName }: PolicyType, project: Project, store: Store) => ({
  id,
  url: `${policyUrl(project, store)}/types/${id}`,
  displayName,
})

/** Every project has the same rules, numbered through the organization. */
function configurationJson(policy: Policy, project: Project, store: Store) {
  const [administrator] = project.teams[0].members
  const id = store.world.projects.findIndex((one) => one.id === project.id) * policies.length + policy.id
  const self = `${policyUrl(project, store)}/configurations/${id}`
  const type = typeJson(policy.type, project, store)
  return {
    ...(administrator ? { createdBy: shownPerson(administrator, store) } : {}),
    createdDate: dateText(project.lastUpdateTime),
    isEnabled: true,
    isBlocking: policy.isBlocking,
    isDeleted: false,
    settings: policy.settings,
    isEnterpriseManaged: false,
    _links: { self: { href: self }, policyType: { href: type.url } },
    revision: 1,
    id,
    url: self,
    type,
  }
}

export function listTypes(call: Call): Answer {
  const project = projectOf(call)
  return answerList(policies.map(({ type }) => typeJson(type, project, call.store)))
}

export function getType(call: Call): Answer {
  const id = call.parameters[0]?.toLowerCase() ?? ''
  const policy = policies.find(({ type }) => type.id === id)
  if (!policy) throw typeUnknown(id)
  return answer(typeJson(policy.type, projectOf(call), call.store))
}

export function listConfigurations(call: Call): Answer {
  const project = projectOf(call)
  const type = call.query.get('policyType')?.toLowerCase()
  const wanted = policies.filter((policy) => type === undefined || policy.type.id === type)
  return answerList(wanted.map((policy) => configurationJson(policy, project, call.store)))
}

export function getConfiguration(call: Call): Answer {
  const project = projectOf(call)
  const id = call.parameters[0] ?? ''
  const all = policies.map((policy) => configurationJson(policy, project, call.store))
  const configuration = all.find((one) => String(one.id) === id)
  if (!configuration) throw policyUnknown(id)
  return answer(configuration)
}

function statusOf({ type }: Policy, { reviews, workItems: linked, id }: PullRequest, { delivery }: Store) {
  if (type === minimumReviewers) {
    if (reviews.some(({ vote }) => vote === -10)) return 'rejected'
    return reviews.some(({ vote }) => vote >= 5) ? 'approved' : 'queued'
  }
  if (type === workItems) return linked.length > 0 ? 'approved' : 'rejected'
  const latest = delivery().builds.findLast(({ pullRequest }) => pullRequest?.id === id)
  if (latest?.result === undefined) return latest?.status === 'inProgress' ? 'running' : 'queued'
  return latest.result === 'succeeded' ? 'approved' : 'rejected'
}

const artifact = /^vstfs:\/\/\/CodeReview\/CodeReviewId\/([^/]+)\/(\d+)$/i

/** How a pull request stands with each rule; it is named as an artifact of a code review. */
export function listEvaluations(call: Call): Answer {
  const project = projectOf(call)
  const id = artifact.exec(decodeURIComponent(call.query.get('artifactId') ?? ''))?.[2]
  if (id === undefined) throw argumentRefused('The artifactId is missing or not of a code review.')
  const pullRequest = findPullRequest(call, id)
  const value = policies.map((policy) => ({
    configuration: configurationJson(policy, project, call.store),
    artifactId: `vstfs:///CodeReview/CodeReviewId/${project.id}%2f${id}`,
    evaluationId: guidOf(`evaluation ${id} ${policy.id}`),
    startedDate: dateText(pullRequest.created),
    ...(pullRequest.closed === undefined ? {} : { completedDate: dateText(pullRequest.closed) }),
    status: statusOf(policy, pullRequest, call.store),
  }))
  return answer({ value, count: value.length })
}
