import 'server-only'
import { type Answer, answer, answerList } from '../../protocol/answer'
import type { Call } from '../../protocol/call'
import { argumentRefused } from '../../protocol/errors'
import { type ReactionType, reactionTypes } from '../../store/reactions'
import { pageOf } from '../history/page'
import { shownPerson } from '../render'
import { authorOf } from '../writing/people'
import { commentOf } from './comments'
import { reactionJson, reactionsJson } from './reaction-json'

/** By its number too, because Microsoft's clients send that. */
function typeOf({ parameters: [, , text = ''] }: Call): ReactionType {
  const type = reactionTypes.find((name, number) => [name, String(number)].includes(text.toLowerCase()))
  if (!type) throw argumentRefused(`The value '${text}' is not valid for reactionType.`)
  return type
}

export const listReactions = (call: Call): Answer => answerList(reactionsJson(commentOf(call), call))

/** The caller reacts, or has done so before; answers with all reactions of the type. */
export function addReaction(call: Call): Answer {
  const [comment, type] = [commentOf(call), typeOf(call)]
  call.store.reactions.add(comment, type, authorOf(call).by)
  return answer(reactionJson(comment, type, call))
}

/** The caller takes it back; that nothing is amiss if there was none is unverified. */
export function deleteReaction(call: Call): Answer {
  const [comment, type] = [commentOf(call), typeOf(call)]
  call.store.reactions.remove(comment, type, authorOf(call).by)
  return answer(reactionJson(comment, type, call))
}

/** Who reacted so. */
export function listEngagedUsers(call: Call): Answer {
  const people = call.store.reactions.of(commentOf(call), typeOf(call))
  return answerList(pageOf(people, call.query).map((person) => shownPerson(person, call.store)))
}
