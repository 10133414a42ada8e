import 'server-only'
import { type Refusal, refusal } from '../protocol/errors'

const git = 'Microsoft.TeamFoundation.Git.Server'

/** After what is reported in public; the typeKey is unverified. */
export const repositoryUnknown = (name: string): Refusal =>
  refusal(
    404,
    { typeKey: 'GitRepositoryNotFoundException', namespace: git },
    `TF401019: The Git repository with name or identifier ${name} does not exist or you do not have permissions for the operation you are attempting.`,
  )

/** After what is reported in public; the typeKey is unverified. */
export const pullRequestUnknown = (): Refusal =>
  refusal(
    404,
    { typeKey: 'GitPullRequestNotFoundException', namespace: git },
    'TF401180: The requested pull request was not found.',
  )

/** After what is reported in public; the typeKey is unverified. */
export const branchUnknown = (name: string, repository: string): Refusal =>
  refusal(
    404,
    { typeKey: 'GitUnresolvableToCommitException', namespace: git },
    `TF401175: The version descriptor <Branch: ${name} > could not be resolved to a version in the repository ${repository}`,
  )

/** After what is reported in public; the typeKey is unverified. */
export const commitUnknown = (id: string): Refusal =>
  refusal(
    404,
    { typeKey: 'GitCommitDoesNotExistException', namespace: git },
    `TF401035: The object '${id}' does not exist.`,
  )
