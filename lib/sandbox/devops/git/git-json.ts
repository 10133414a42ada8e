import 'server-only'
import type { Commit, PullRequest, Repository, Review } from '../../seed/delivery/model'
import { projectReference } from '../core/projects'
import type { Store } from '../store/index'
import { guidOf } from '../store/members/ids'
import { dateText, shownPerson } from '../wit/render'
import { tipOf } from './branches'

export const repositoryUrl = ({ id, project }: Repository, { url }: Store): string =>
  `${url}/${project.id}/_apis/git/repositories/${id}`

const webUrl = ({ name, project }: Repository, base: string): string =>
  `${base}/${encodeURIComponent(project.name)}/_git/${encodeURIComponent(name)}`

export const repositoryWebUrl = (repository: Repository, { url }: Store): string => webUrl(repository, url)

function addresses(repository: Repository, { url, organization }: Store) {
  const { name, project } = repository
  const path = `${organization}/${encodeURIComponent(project.name)}/${encodeURIComponent(name)}`
  return {
    remoteUrl: webUrl(repository, url.replace('https://', `https://${organization}@`)),
    sshUrl: `git@ssh.dev.azure.com:v3/${path}`,
    webUrl: webUrl(repository, url),
  }
}

function linksOf(repository: Repository, store: Store) {
  const self = repositoryUrl(repository, store)
  const { sshUrl, webUrl: web } = addresses(repository, store)
  return {
    self: { href: self },
    project: { href: `vstfs:///Classification/TeamProject/${repository.project.id}` },
    web: { href: web },
    ssh: { href: sshUrl },
    commits: { href: `${self}/commits` },
    refs: { href: `${self}/refs` },
    pullRequests: { href: `${self}/pullRequests` },
    items: { href: `${self}/items` },
    pushes: { href: `${self}/pushes` },
  }
}

export const repositoryJson = (
  repository: Repository,
  store: Store,
  { withLinks = false, withBranch = true } = {},
) => ({
  id: repository.id,
  name: repository.name,
  url: repositoryUrl(repository, store),
  project: projectReference(repository.project, store),
  ...(withBranch ? { defaultBranch: 'refs/heads/main' } : {}),
  size: repository.size,
  ...addresses(repository, store),
  ...(withLinks ? { _links: linksOf(repository, store) } : {}),
  isDisabled: false,
  isInMaintenance: false,
})

/** In a list of pull requests little is told of a repository, and of its project nothing that changes. */
const listedRepository = (repository: Repository, store: Store) => ({
  id: repository.id,
  name: repository.name,
  url: repositoryUrl(repository, store),
  project: {
    id: repository.project.id,
    name: repository.project.name,
    state: 'unchanged',
    visibility: 'unchanged',
    lastUpdateTime: '0001-01-01T00:00:00',
  },
})

/** Commits know nobody's ID, only name, address and a whole second. */
const signature = ({ author, at }: Commit) => ({
  name: author.displayName,
  email: author.uniqueName,
  date: dateText(Math.floor(at / 1000) * 1000),
})

export const commitReference = (id: string, repository: Repository, store: Store) => ({
  commitId: id,
  url: `${repositoryUrl(repository, store)}/commits/${id}`,
})

export const commitJson = (commit: Commit, repository: Repository, store: Store) => ({
  commitId: commit.id,
  author: signature(commit),
  committer: signature(commit),
  comment: commit.comment,
  changeCounts: { Add: commit.changes.add, Edit: commit.changes.edit, Delete: commit.changes.delete },
  url: commitReference(commit.id, repository, store).url,
  remoteUrl: `${repositoryWebUrl(repository, store)}/commit/${commit.id}`,
})

/** One commit alone also names those it stands on. */
export const wholeCommitJson = (commit: Commit, repository: Repository, store: Store) => ({
  ...commitJson(commit, repository, store),
  parents: commit.parents,
  _links: {
    self: { href: commitReference(commit.id, repository, store).url },
    repository: { href: repositoryUrl(repository, store) },
    web: { href: `${repositoryWebUrl(repository, store)}/commit/${commit.id}` },
  },
})

export const pullRequestUrl = ({ id, repository }: PullRequest, store: Store): string =>
  `${repositoryUrl(repository, store)}/pullRequests/${id}`

export function reviewJson({ reviewer, vote, isRequired }: Review, pullRequest: PullRequest, store: Store) {
  const { descriptor, ...person } = shownPerson(reviewer, store)
  return {
    reviewerUrl: `${pullRequestUrl(pullRequest, store)}/reviewers/${reviewer.id}`,
    vote,
    ...(isRequired ? { isRequired } : {}),
    hasDeclined: false,
    isFlagged: false,
    ...person,
  }
}

export const labelJson = (name: string) => ({ id: guidOf(`label ${name}`), name, active: true })

function mergeMembers(pullRequest: PullRequest, store: Store, isListed: boolean) {
  const { repository, base, merge } = pullRequest
  const { commitId, url } = commitReference(merge.id, repository, store)
  const told = isListed ? {} : { author: signature(merge), committer: signature(merge), comment: merge.comment }
  return {
    mergeStatus: 'succeeded',
    isDraft: pullRequest.isDraft,
    mergeId: pullRequest.mergeId,
    lastMergeSourceCommit: commitReference(tipOf(pullRequest).id, repository, store),
    lastMergeTargetCommit: commitReference(base, repository, store),
    lastMergeCommit: { commitId, ...told, url },
  }
}

function closingMembers({ closed, closedBy, status }: PullRequest, store: Store) {
  if (closed === undefined || !closedBy) return {}
  const completion = { squashMerge: true, deleteSourceBranch: true, mergeStrategy: 'squash', transitionWorkItems: true }
  return {
    closedBy: shownPerson(closedBy, store),
    ...(status === 'completed' ? { completionOptions: completion, completionQueueTime: dateText(closed) } : {}),
  }
}

/** What a pull request links to, when it is read in its repository. */
function pullRequestLinks(pullRequest: PullRequest, store: Store) {
  const { repository, base, source, target, createdBy } = pullRequest
  const self = pullRequestUrl(pullRequest, store)
  const inRepository = repositoryUrl(repository, store)
  return {
    self: { href: self },
    repository: { href: inRepository },
    workItems: { href: `${self}/workitems` },
    sourceBranch: { href: `${inRepository}/${source}` },
    targetBranch: { href: `${inRepository}/${target}` },
    statuses: { href: `${self}/statuses` },
    sourceCommit: { href: commitReference(tipOf(pullRequest).id, repository, store).url },
    targetCommit: { href: commitReference(base, repository, store).url },
    createdBy: { href: shownPerson(createdBy, store).url },
    iterations: { href: `${self}/iterations` },
  }
}

/** @param isListed In a list the repository is told briefly, and how it was closed only by its date */
export function pullRequestJson(pullRequest: PullRequest, store: Store, isListed: boolean, withLinks = false) {
  const { id, repository, description, closed, labels } = pullRequest
  return {
    repository: isListed
      ? listedRepository(repository, store)
      : repositoryJson(repository, store, { withBranch: false }),
    pullRequestId: id,
    codeReviewId: id,
    status: pullRequest.status,
    createdBy: shownPerson(pullRequest.createdBy, store),
    creationDate: dateText(pullRequest.created),
    ...(closed === undefined ? {} : { closedDate: dateText(closed) }),
    title: pullRequest.title,
    ...(description === '' ? {} : { description }),
    sourceRefName: pullRequest.source,
    targetRefName: pullRequest.target,
    ...mergeMembers(pullRequest, store, isListed),
    reviewers: pullRequest.reviews.map((review) => reviewJson(review, pullRequest, store)),
    ...(labels.length === 0 ? {} : { labels: labels.map((name) => labelJson(name)) }),
    url: pullRequestUrl(pullRequest, store),
    ...(withLinks ? { _links: pullRequestLinks(pullRequest, store) } : {}),
    ...(isListed ? {} : closingMembers(pullRequest, store)),
    supportsIterations: true,
    ...(isListed
      ? {}
      : { artifactId: `vstfs:///Git/PullRequestId/${repository.project.id}%2f${repository.id}%2f${id}` }),
  }
}
