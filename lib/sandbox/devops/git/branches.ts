import 'server-only'
import type { Commit, PullRequest, Repository } from '../../seed/delivery/model'
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

function sourceBranch({ source, createdBy, commits, base }: PullRequest, main: readonly Commit[]): Branch {
  const own = commits.toReversed()
  const behind = Math.max(
    0,
    main.findIndex(({ id }) => id === base),
  )
  const [latest = commits[0], ...others] = [...own, ...main.slice(behind)]
  return { name: source, creator: createdBy, commits: [latest, ...others], ahead: own.length, behind }
}

/** The main branch, and those that pull requests wait for; what was merged or given up has been deleted. */
export function branchesOf(repository: Repository, { delivery }: Store): readonly Branch[] {
  const { pullRequests, commitsOf } = delivery()
  const main = commitsOf(repository)
  const active = pullRequests.filter((one) => one.repository === repository && one.status === 'active')
  const others = active.map((pullRequest) => sourceBranch(pullRequest, main))
  const creator = (main.at(-1) ?? main[0]).author
  const all = [{ name: 'refs/heads/main', creator, commits: main, ahead: 0, behind: 0 }, ...others]
  return all.sort((one, other) => (one.name < other.name ? -1 : 1))
}
