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
export const versionUnknown = (type: string, name: string, repository: string): Refusal =>
  refusal(
    404,
    { typeKey: 'GitUnresolvableToCommitException', namespace: git },
    `TF401175: The version descriptor <${type.charAt(0).toUpperCase()}${type.slice(1)}: ${name} > could not be resolved to a version in the repository ${repository}`,
  )

/** After what is reported in public; the typeKey is unverified. */
export const commitUnknown = (id: string): Refusal =>
  refusal(
    404,
    { typeKey: 'GitCommitDoesNotExistException', namespace: git },
    `TF401035: The object '${id}' does not exist.`,
  )

/** Wording and typeKey unverified. */
export const pushUnknown = (id: string): Refusal =>
  refusal(404, { typeKey: 'GitPushNotFoundException', namespace: git }, `The push ${id} does not exist.`)

/** After what is reported in public; the typeKey is unverified. */
export const itemUnknown = (path: string, repository: string, commit: string): Refusal =>
  refusal(
    404,
    { typeKey: 'GitItemNotFoundException', namespace: git },
    `TF401174: The item '${path}' could not be found in the repository '${repository}' at the version specified by '<Commit: ${commit} >' (resolved to commit '${commit}')`,
  )

/** Wording and typeKey unverified. */
export const partUnknown = (what: string, id: string): Refusal =>
  refusal(
    404,
    { typeKey: 'GitPullRequestNotFoundException', namespace: git },
    `The ${what} ${id} of the pull request does not exist.`,
  )
