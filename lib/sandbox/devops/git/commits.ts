import 'server-only'
import type { Commit, Repository } from '../../seed/delivery/model'
import { type Answer, answer, answerList } from '../protocol/answer'
import { type Call, dateIn, numberIn } from '../protocol/call'
import { commitUnknown } from './errors'
import { repositoryIn } from './find'
import { commitJson, wholeCommitJson } from './git-json'
import { pushIn } from './pushes'
import { commitDescribed } from './versions'

const defaultPage = 100

const criterion = (name: string): string => `searchCriteria.${name}`

const isBy = ({ author }: Commit, name: string): boolean =>
  `${author.displayName} ${author.uniqueName}`.toLowerCase().includes(name.toLowerCase())

/** Whether it changed a file of that path, or one in a folder of that path. */
function touches(commit: Commit, path: string, repository: Repository, { store }: Call): boolean {
  const folder = path.endsWith('/') ? path : `${path}/`
  const changes = store.delivery().historyOf(repository).changesOf(commit)
  return changes.some((change) => change.path === path || change.path.startsWith(folder))
}

function testIn(repository: Repository, call: Call): (commit: Commit) => boolean {
  const { query } = call
  const from = dateIn(query, criterion('fromDate')) ?? Number.NEGATIVE_INFINITY
  const to = dateIn(query, criterion('toDate')) ?? Number.POSITIVE_INFINITY
  const author = query.get(criterion('author')) ?? query.get(criterion('user')) ?? ''
  const path = query.get(criterion('itemPath'))
  return (commit) =>
    commit.at >= from &&
    commit.at <= to &&
    isBy(commit, author) &&
    (path === null || touches(commit, path, repository, call))
}

/** What a version stands on, or what came with a push, the latest first. */
function historyIn(repository: Repository, call: Call): readonly Commit[] {
  const push = call.query.get('pushId')
  if (push !== null) return [pushIn(repository, push, call).commit]
  const tip = commitDescribed(criterion('itemVersion.version'), repository, call)
  return call.store.delivery().historyOf(repository).lineOf(tip)
}

/** Some clients write the paging as a criterion, others do not. */
function pageNumber(name: string, { query }: Call): number | undefined {
  return numberIn(query, criterion(`$${name}`)) ?? numberIn(query, `$${name}`) ?? numberIn(query, name)
}

export function listCommits(call: Call): Answer {
  const repository = repositoryIn(call)
  const found = historyIn(repository, call).filter(testIn(repository, call))
  const skip = pageNumber('skip', call) ?? 0
  const page = found.slice(skip, skip + (pageNumber('top', call) ?? defaultPage))
  return answerList(page.map((commit) => commitJson(commit, repository, call.store)))
}

/** The commit that the second parameter of the address names. */
export function commitIn(repository: Repository, { store, parameters }: Call): Commit {
  const id = parameters[1]?.toLowerCase() ?? ''
  const commit = store.delivery().historyOf(repository).find(id)
  if (!commit) throw commitUnknown(id)
  return commit
}

export function getCommit(call: Call): Answer {
  const repository = repositoryIn(call)
  return answer(wholeCommitJson(commitIn(repository, call), repository, call.store))
}
