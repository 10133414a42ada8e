import 'server-only'
import { changed, chooseChanges, firstFiles } from './files'
import type { Commit, FileChange, Files, History, PullRequest } from './model'

/** What every commit did to the files, along the main branch, with what pull requests did to the files they found. */
function changesOfAll(main: readonly Commit[], pullRequests: readonly PullRequest[]) {
  const all = new Map<string, readonly FileChange[]>()
  let files: Files = new Map()

  function take({ commits, merge }: PullRequest): void {
    const changes = chooseChanges(commits, files)
    for (const [id, own] of changes) all.set(id, own)
    all.set(merge.id, [...changes.values()].flat())
  }

  for (const { id } of main.toReversed()) {
    const changes = all.get(id) ?? firstFiles.map((path) => ({ path, before: undefined, after: id }))
    all.set(id, changes)
    files = changed(files, changes)
    for (const pullRequest of pullRequests) if (pullRequest.base === id) take(pullRequest)
  }
  return all
}

/** Worked out once somebody asks for it. */
export function createHistory(main: readonly Commit[], pullRequests: readonly PullRequest[]): History {
  const commits = new Map(
    [...main, ...pullRequests.flatMap((one) => [...one.commits, one.merge])].map((commit) => [commit.id, commit]),
  )
  const changes = changesOfAll(main, pullRequests)
  const changesOf = ({ id }: Commit): readonly FileChange[] => changes.get(id) ?? []

  function lineOf(commit: Commit): [Commit, ...Commit[]] {
    const line: [Commit, ...Commit[]] = [commit]
    for (let next = commits.get(commit.parents[0] ?? ''); next; next = commits.get(next.parents[0] ?? '')) {
      line.push(next)
    }
    return line
  }

  return {
    find: (id) => commits.get(id),
    lineOf,
    changesOf,
    filesAt: (commit) => changed(new Map(), lineOf(commit).toReversed().flatMap(changesOf)),
  }
}
