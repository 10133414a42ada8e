import 'server-only'
import type { PullRequest, Repository } from '../../seed/delivery/model'
import type { Call } from '../protocol/call'
import { isGuid } from '../store/projects'
import { pullRequestUnknown, repositoryUnknown } from './errors'

/** Those of the project that the address names, or of all. */
export const repositoriesOf = ({ store, project }: Call): readonly Repository[] =>
  store.delivery().repositories.filter((one) => project === undefined || one.project.id === project.id)

/** By ID or, below a project, by name. */
export function findRepository(call: Call, key: string): Repository {
  const wanted = key.toLowerCase()
  const repositories = repositoriesOf(call)
  const byId = repositories.find(({ id }) => id === wanted)
  const byName =
    call.project && !isGuid(key) ? repositories.find(({ name }) => name.toLowerCase() === wanted) : undefined
  const repository = byId ?? byName
  if (!repository) throw repositoryUnknown(key)
  return repository
}

/** The repository that the first parameter of the address names. */
export const repositoryIn = (call: Call): Repository => findRepository(call, call.parameters[0] ?? '')

/** The pull request of that number, which counts through the organization. */
export function findPullRequest(call: Call, id: string, repository?: Repository): PullRequest {
  const { project, store } = call
  const pullRequest = store.delivery().pullRequests[Number(id) - 1]
  const isElsewhere = project !== undefined && pullRequest?.repository.project.id !== project.id
  if (!pullRequest || isElsewhere || (repository && pullRequest.repository !== repository)) throw pullRequestUnknown()
  return pullRequest
}

/** `…/repositories/{repository}/pullRequests/{id}/…` */
export const pullRequestIn = (call: Call): PullRequest =>
  findPullRequest(call, call.parameters[1] ?? '', repositoryIn(call))
