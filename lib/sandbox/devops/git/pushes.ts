import 'server-only'
import type { Commit } from '../../seed/delivery/model'
import { type Answer, answerList } from '../protocol/answer'
import { type Call, dateIn, numberIn } from '../protocol/call'
import { dateText, shownPerson } from '../wit/render'
import { repositoryIn } from './find'
import { repositoryJson, repositoryUrl } from './git-json'

const defaultPage = 100

type Test = (commit: Commit) => boolean

/** By date and by who pushed. */
function testOf({ query }: Call): Test {
  const from = dateIn(query, 'searchCriteria.fromDate') ?? Number.NEGATIVE_INFINITY
  const to = dateIn(query, 'searchCriteria.toDate') ?? Number.POSITIVE_INFINITY
  const pusher = query.get('searchCriteria.pusherId')?.toLowerCase()
  return ({ at, author }) => at >= from && at <= to && (pusher === undefined || author.id === pusher)
}

/** Each commit of the main branch came with a push of its own; the latest first, numbered from the first one on. */
export function listPushes(call: Call): Answer {
  const { store, query } = call
  const repository = repositoryIn(call)
  const commits = store.delivery().commitsOf(repository)
  const isWanted = testOf(call)
  const skip = numberIn(query, '$skip') ?? 0
  const value = commits
    .map((commit, index) => ({ commit, pushId: commits.length - index }))
    .filter(({ commit }) => isWanted(commit))
    .slice(skip, skip + (numberIn(query, '$top') ?? defaultPage))
    .map(({ commit, pushId }) => ({
      repository: repositoryJson(repository, store),
      pushedBy: shownPerson(commit.author, store),
      pushId,
      date: dateText(commit.at),
      url: `${repositoryUrl(repository, store)}/pushes/${pushId}`,
    }))
  return answerList(value)
}
