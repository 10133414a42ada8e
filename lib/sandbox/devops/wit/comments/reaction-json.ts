import 'server-only'
import type { Call } from '../../protocol/call'
import type { Comment } from '../../store/comments'
import type { Store } from '../../store/index'
import { type ReactionType, reactionTypes } from '../../store/reactions'
import { authorOf } from '../writing/people'

/** With the GUID of the project, however the comment was asked for. */
export function commentUrl({ workItemId, id }: Comment, { url, workItems }: Store): string {
  return `${url}/${workItems.find(workItemId)?.project.id}/_apis/wit/workItems/${workItemId}/comments/${id}`
}

/** Whose reactions are the current user's own. */
export type Reader = Pick<Call, 'store' | 'caller' | 'now'>

/** All reactions of one type to a comment; the order of the members is unverified. */
export function reactionJson(comment: Comment, type: ReactionType, reader: Reader) {
  const people = reader.store.reactions.of(comment, type)
  const own = authorOf(reader).by.id
  return {
    commentId: comment.id,
    type,
    count: people.length,
    isCurrentUserEngaged: people.some(({ id }) => id === own),
    url: `${commentUrl(comment, reader.store)}/reactions/${type}`,
  }
}

/** By type; that the types which nobody chose are left out is unverified. */
export const reactionsJson = (comment: Comment, reader: Reader) =>
  reactionTypes.map((type) => reactionJson(comment, type, reader)).filter(({ count }) => count > 0)
