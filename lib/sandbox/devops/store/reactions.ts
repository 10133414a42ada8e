import 'server-only'
import type { Person } from '../../seed/model'
import type { Comment } from './comments'

/** In the order of the numbers that Microsoft's clients send. */
export const reactionTypes = ['like', 'dislike', 'heart', 'hooray', 'smile', 'confused'] as const
export type ReactionType = (typeof reactionTypes)[number]

/** What people have expressed about comments. Nobody does it twice in the same way, and it changes no work item. */
export interface Reactions {
  /** Whoever reacted so, the first one first. */
  of(comment: Comment, type: ReactionType): readonly Person[]
  add(comment: Comment, type: ReactionType, person: Person): void
  remove(comment: Comment, type: ReactionType, person: Person): void
}

export function createReactions(): Reactions {
  const people = new Map<string, ReadonlyMap<string, Person>>()
  const keyOf = ({ workItemId, id }: Comment, type: ReactionType): string => [workItemId, id, type].join()
  const those = (comment: Comment, type: ReactionType) => people.get(keyOf(comment, type)) ?? new Map<string, Person>()
  return {
    of: (comment, type) => [...those(comment, type).values()],
    add: (comment, type, person) =>
      void people.set(keyOf(comment, type), new Map([...those(comment, type), [person.id, person]])),
    remove: (comment, type, person) =>
      void people.set(keyOf(comment, type), new Map([...those(comment, type)].filter(([id]) => id !== person.id))),
  }
}
