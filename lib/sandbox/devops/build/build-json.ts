import 'server-only'
import type { Build, Pipeline } from '../../seed/delivery/model'
import { pipelineFile } from '../../seed/delivery/stages'
import { projectReference } from '../core/projects'
import { repositoryWebUrl } from '../git/git-json'
import type { Store } from '../store/index'
import { guidOf } from '../store/members/ids'
import { dateText, shownPerson } from '../wit/render'

const projectUrl = ({ repository }: Pipeline, { url }: Store): string => `${url}/${repository.project.id}`

export const definitionUrl = (pipeline: Pipeline, store: Store): string =>
  `${projectUrl(pipeline, store)}/_apis/build/Definitions/${pipeline.id}?revision=1`

export const buildUrl = ({ id, pipeline }: Build, store: Store): string =>
  `${projectUrl(pipeline, store)}/_apis/build/Builds/${id}`

/** How the addresses of what belongs to a build begin, in another spelling than its own. */
export const buildPartsUrl = ({ id, pipeline }: Build, store: Store): string =>
  `${projectUrl(pipeline, store)}/_apis/build/builds/${id}`

const pool = { id: 9, name: 'Azure Pipelines', isHosted: true }
const queue = { id: 20, name: 'Azure Pipelines' }

/** What a build tells of its definition. */
const definitionReference = (pipeline: Pipeline, store: Store) => ({
  id: pipeline.id,
  name: pipeline.name,
  url: definitionUrl(pipeline, store),
  uri: `vstfs:///Build/Definition/${pipeline.id}`,
  path: '\\',
  type: 'build',
  queueStatus: 'enabled',
  revision: 1,
})

const repositoryJson = ({ repository }: Pipeline, store: Store, defaultBranch?: string) => ({
  id: repository.id,
  type: 'TfsGit',
  name: repository.name,
  url: repositoryWebUrl(repository, store),
  ...(defaultBranch === undefined ? {} : { defaultBranch }),
  clean: null,
  checkoutSubmodules: false,
})

const triggers: Readonly<Record<Pipeline['occasion'], readonly object[]>> = {
  'pull request': [],
  change: [
    {
      branchFilters: [],
      pathFilters: [],
      settingsSourceType: 2,
      batchChanges: false,
      maxConcurrentBuildsPerBranch: 1,
      triggerType: 'continuousIntegration',
    },
  ],
  night: [{ schedules: [{ branchFilters: ['+main'], timeZoneId: 'UTC', startHours: 2 }], triggerType: 'schedule' }],
}

/** What only one definition alone tells. */
const wholeDefinition = (pipeline: Pipeline, store: Store) => ({
  jobAuthorizationScope: 'project',
  process: { yamlFilename: pipelineFile(pipeline.occasion), type: 2 },
  repository: repositoryJson(pipeline, store, 'refs/heads/main'),
})

function definitionLinks(pipeline: Pipeline, store: Store) {
  const project = projectUrl(pipeline, store)
  return {
    self: { href: definitionUrl(pipeline, store) },
    web: { href: `${project}/_build/definition?definitionId=${pipeline.id}` },
    editor: { href: `${project}/_build/designer?id=${pipeline.id}&_a=edit-build-definition` },
    badge: { href: `${project}/_apis/build/status/${pipeline.id}` },
  }
}

interface Telling {
  readonly isWhole?: boolean
  readonly latest?: Build | undefined
  readonly latestCompleted?: Build | undefined
}

export function definitionJson(pipeline: Pipeline, store: Store, { isWhole, latest, latestCompleted }: Telling = {}) {
  const queueUrl = `${store.url}/_apis/build/Queues/${queue.id}`
  return {
    ...(isWhole ? { triggers: triggers[pipeline.occasion], properties: {}, tags: [] } : {}),
    _links: definitionLinks(pipeline, store),
    ...(isWhole ? wholeDefinition(pipeline, store) : {}),
    quality: 'definition',
    authoredBy: shownPerson(pipeline.createdBy, store),
    drafts: [],
    queue: { _links: { self: { href: queueUrl } }, ...queue, url: queueUrl, pool },
    ...definitionReference(pipeline, store),
    createdDate: dateText(pipeline.created),
    project: projectReference(pipeline.repository.project, store),
    ...(latest ? { latestBuild: buildJson(latest, store) } : {}),
    ...(latestCompleted ? { latestCompletedBuild: buildJson(latestCompleted, store) } : {}),
  }
}

export const reasons: Readonly<Record<Pipeline['occasion'], string>> = {
  'pull request': 'pullRequest',
  change: 'individualCI',
  night: 'schedule',
}

function triggerInfo({ pullRequest, pipeline, branch, commit }: Build, { delivery }: Store) {
  const { repository, occasion } = pipeline
  if (pullRequest) {
    return {
      'pr.number': String(pullRequest.id),
      'pr.isFork': 'False',
      'pr.triggerRepository': repository.id,
      'pr.triggerRepository.Type': 'TfsGit',
      'pr.sourceBranch': pullRequest.source,
      'pr.sourceSha': pullRequest.commits.at(-1)?.id,
      'pr.title': pullRequest.title,
    }
  }
  if (occasion === 'night') return { scheduleName: 'Every night' }
  const message =
    delivery()
      .commitsOf(repository)
      .find(({ id }) => id === commit)?.comment ?? ''
  return {
    'ci.sourceBranch': branch,
    'ci.sourceSha': commit,
    'ci.message': message,
    'ci.triggerRepository': repository.id,
  }
}

function buildLinks(build: Build, store: Store) {
  const self = buildUrl(build, store)
  const project = projectUrl(build.pipeline, store)
  const parts = buildPartsUrl(build, store)
  return {
    self: { href: self },
    web: { href: `${project}/_build/results?buildId=${build.id}` },
    sourceVersionDisplayUri: { href: `${parts}/sources` },
    timeline: { href: `${parts}/Timeline` },
    badge: { href: `${project}/_apis/build/status/${build.pipeline.id}` },
  }
}

/** What is not known yet is left out. */
const dates = ({ queued, started, finished }: Build) => ({
  queueTime: dateText(queued),
  ...(started === undefined ? {} : { startTime: dateText(started) }),
  ...(finished === undefined ? {} : { finishTime: dateText(finished) }),
})

/** Who asked for it and what it ran on. */
function circumstances(build: Build, planId: string, store: Store) {
  const { pipeline, queued, started, finished } = build
  const requestedFor = shownPerson(build.requestedFor, store)
  return {
    priority: 'normal',
    reason: reasons[pipeline.occasion],
    requestedFor,
    requestedBy: requestedFor,
    lastChangedDate: dateText(finished ?? started ?? queued),
    lastChangedBy: requestedFor,
    orchestrationPlan: { planId },
    logs: { id: 0, type: 'Container', url: `${buildPartsUrl(build, store)}/logs` },
    repository: repositoryJson(pipeline, store),
    keepForever: false,
    retainedByRelease: false,
    triggeredByBuild: null,
    appendCommitMessageToRunName: true,
  }
}

export function buildJson(build: Build, store: Store) {
  const { id, pipeline, number, result } = build
  const project = projectReference(pipeline.repository.project, store)
  const planId = guidOf(`plan of build ${id}`)
  return {
    _links: buildLinks(build, store),
    properties: {},
    tags: [],
    validationResults: [],
    plans: [{ planId }],
    triggerInfo: triggerInfo(build, store),
    id,
    buildNumber: number,
    status: build.status,
    ...(result === undefined ? {} : { result }),
    ...dates(build),
    url: buildUrl(build, store),
    definition: { drafts: [], ...definitionReference(pipeline, store), project },
    buildNumberRevision: Number(number.split('.')[1]),
    project,
    uri: `vstfs:///Build/Build/${id}`,
    sourceBranch: build.branch,
    sourceVersion: build.commit,
    queue: { ...queue, pool },
    ...circumstances(build, planId, store),
  }
}
