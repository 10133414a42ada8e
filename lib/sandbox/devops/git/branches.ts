import 'server-only'
import type { Commit, History, PullRequest, Repository } from '../../seed/delivery/model'
import type { Person } from '../../seed/model'
import type { Store } from '../store/index'

export interface Branch {
  /** As a full name. */
  readonly name: string
  readonly creator: Person
  /** The latest commit first. */
  readonly commits: readonly [Commit, ...Commit[]]
  /** How many of them are not on the main branch. */
  readonly ahead: number
  /** How many commits of the main branch are not on it. */
  readonly behind: number
}

/** The latest commit on its source branch. */
export const tipOf = ({ commits }: PullRequest): Commit => commits.at(-1) ?? commits[0]

function sourceBranch(pullRequest: PullRequest, main: readonly Commit[], { lineOf }: History): Branch {
  const { source, createdBy, commits, base } = pullRequest
  const behind = main.findIndex(({ id }) => id === base)
  return { name: source, creator: createdBy, commits: lineOf(tipOf(pullRequest)), ahead: commits.length, behind }
}

/** The main branch, and those that pull requests wait for; what was merged or given up has been deleted. */
export function branchesOf(repository: Repository, { delivery }: Store): readonly Branch[] {
  const { pullRequests, commitsOf, historyOf } = delivery()
  const main = commitsOf(repository)
  const active = pullRequests.filter((one) => one.repository === repository && one.status === 'active')
  const others = active.map((pullRequest) => sourceBranch(pullRequest, main, historyOf(repository)))
  const creator = (main.at(-1) ?? main[0]).author
  const all = [{ name: 'refs/heads/main', creator, commits: main, ahead: 0, behind: 0 }, ...others]
  return all.sort((one, other) => (one.name < other.name ? -1 : 1))
}
