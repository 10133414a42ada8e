import 'server-only'
import type { Commit, Repository } from '../../seed/delivery/model'
import { type Answer, answer, answerList } from '../protocol/answer'
import { type Call, dateIn, numberIn } from '../protocol/call'
import type { Store } from '../store/index'
import { dateText, shownPerson } from '../wit/render'
import { pushUnknown } from './errors'
import { repositoryIn } from './find'
import { commitJson, repositoryJson, repositoryUrl } from './git-json'

const defaultPage = 100

interface Push {
  readonly id: number
  readonly commit: Commit
}

/** Each commit of the main branch came with a push of its own; the latest first, numbered from the first one on. */
function pushesOf(repository: Repository, { delivery }: Store): Push[] {
  const commits = delivery().commitsOf(repository)
  return commits.map((commit, index) => ({ commit, id: commits.length - index }))
}

export function pushIn(repository: Repository, id: string, { store }: Call): Push {
  const push = pushesOf(repository, store).find((one) => String(one.id) === id)
  if (!push) throw pushUnknown(id)
  return push
}

/** By date and by who pushed. */
function testOf({ query }: Call): (push: Push) => boolean {
  const from = dateIn(query, 'searchCriteria.fromDate') ?? Number.NEGATIVE_INFINITY
  const to = dateIn(query, 'searchCriteria.toDate') ?? Number.POSITIVE_INFINITY
  const pusher = query.get('searchCriteria.pusherId')?.toLowerCase()
  return ({ commit: { at, author } }) => at >= from && at <= to && (pusher === undefined || author.id === pusher)
}

const pushJson = ({ id, commit }: Push, repository: Repository, store: Store) => ({
  repository: repositoryJson(repository, store),
  pushedBy: shownPerson(commit.author, store),
  pushId: id,
  date: dateText(commit.at),
  url: `${repositoryUrl(repository, store)}/pushes/${id}`,
})

export function listPushes(call: Call): Answer {
  const { store, query } = call
  const repository = repositoryIn(call)
  const skip = numberIn(query, '$skip') ?? 0
  const found = pushesOf(repository, store).filter(testOf(call))
  const page = found.slice(skip, skip + (numberIn(query, '$top') ?? defaultPage))
  return answerList(page.map((push) => pushJson(push, repository, store)))
}

/** One push alone also tells what came with it. */
export function getPush(call: Call): Answer {
  const repository = repositoryIn(call)
  const push = pushIn(repository, call.parameters[1] ?? '', call)
  const commits = [commitJson(push.commit, repository, call.store)]
  return answer({ commits, ...pushJson(push, repository, call.store) })
}

export function listPushCommits(call: Call): Answer {
  const repository = repositoryIn(call)
  const { commit } = pushIn(repository, call.parameters[1] ?? '', call)
  return answerList([commitJson(commit, repository, call.store)])
}
