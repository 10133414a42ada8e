import 'server-only'
import type { Commit, Repository } from '../../seed/delivery/model'
import { type Answer, answer, answerList } from '../protocol/answer'
import { type Call, dateIn, numberIn } from '../protocol/call'
import { membersNamed } from '../protocol/enumeration'
import { branchesOf } from './branches'
import { branchUnknown, commitUnknown } from './errors'
import { repositoryIn } from './find'
import { commitJson, wholeCommitJson } from './git-json'

const defaultPage = 100

/** What a version leads to: a branch by its short name, or a commit and what it stands on. */
function historyOf(repository: Repository, { store, query }: Call): readonly Commit[] {
  const version = query.get('searchCriteria.itemVersion.version')
  const branches = branchesOf(repository, store)
  const main = store.delivery().commitsOf(repository)
  if (version === null) return main
  const type = query.get('searchCriteria.itemVersion.versionType') ?? 'branch'
  if (membersNamed({ branch: 0, tag: 1, commit: 2 }, type).includes('commit')) {
    return main.slice(main.findIndex(({ id }) => id === version.toLowerCase()))
  }
  const branch = branches.find(({ name }) => name === `refs/heads/${version}`)
  if (!branch) throw branchUnknown(version, repository.name)
  return branch.commits
}

const isBy = ({ author }: Commit, name: string): boolean =>
  `${author.displayName} ${author.uniqueName}`.toLowerCase().includes(name.toLowerCase())

export function listCommits(call: Call): Answer {
  const { store, query } = call
  const repository = repositoryIn(call)
  const from = dateIn(query, 'searchCriteria.fromDate') ?? Number.NEGATIVE_INFINITY
  const to = dateIn(query, 'searchCriteria.toDate') ?? Number.POSITIVE_INFINITY
  const author = query.get('searchCriteria.author') ?? query.get('searchCriteria.user') ?? ''
  const skip = numberIn(query, 'searchCriteria.$skip') ?? numberIn(query, '$skip') ?? numberIn(query, 'skip') ?? 0
  const top = numberIn(query, 'searchCriteria.$top') ?? numberIn(query, '$top') ?? numberIn(query, 'top') ?? defaultPage
  const found = historyOf(repository, call).filter(
    (commit) => commit.at >= from && commit.at <= to && isBy(commit, author),
  )
  return answerList(found.slice(skip, skip + top).map((commit) => commitJson(commit, repository, store)))
}

export function getCommit(call: Call): Answer {
  const { store, parameters } = call
  const repository = repositoryIn(call)
  const { pullRequests, commitsOf } = store.delivery()
  const own = pullRequests.filter((one) => one.repository === repository)
  const all = [...commitsOf(repository), ...own.flatMap(({ commits, merge }) => [...commits, merge])]
  const id = parameters[1]?.toLowerCase() ?? ''
  const commit = all.find((one) => one.id === id)
  if (!commit) throw commitUnknown(id)
  return answer(wholeCommitJson(commit, repository, store))
}
