import 'server-only'
import type { Update } from './change-log'
import type { Author } from './revision'
import type { WorkItems } from './work-items'

export type CommentFormat = 'markdown' | 'html'

/** What a comment said from then on. */
export interface CommentVersion extends Author {
  readonly text: string
  readonly isDeleted: boolean
}

/** A comment is born with a revision of its work item that has a `System.History`; later versions of it come after. */
export interface Comment {
  readonly id: number
  readonly workItemId: number
  readonly format: CommentFormat
  /** The first one first; there is always one. */
  readonly versions: readonly [CommentVersion, ...CommentVersion[]]
}

export interface Comments {
  /** In the order in which they were made, deleted ones too. */
  of(workItemId: number): readonly Comment[]
  /** Takes the place of the comment with the same ID. */
  put(comment: Comment): void
}

/** More revisions than an item usually gets; should one get more, its comments' IDs are still its own. */
const idsPerItem = 1024

/** Unique in the organization, and known without counting the comments of all other items. */
export const commentIdOf = (workItemId: number, rev: number): number => workItemId * idsPerItem + rev

function bornWith({ before, after, by, at }: Update): Comment[] {
  const text = after.field('System.History')
  if (before?.rev === after.rev || typeof text !== 'string' || text === '') return []
  const id = commentIdOf(after.id, after.rev)
  return [{ id, workItemId: after.id, format: 'html', versions: [{ text, isDeleted: false, by, at }] }]
}

/** Comments follow from the histories of work items; only what has been done to them later is kept. */
export function createComments(workItems: WorkItems): Comments {
  const changed = new Map<string, Comment>()
  const keyOf = ({ workItemId, id }: Comment): string => `${workItemId} ${id}`
  return {
    of: (workItemId) =>
      workItems
        .updates(workItemId)
        .flatMap(bornWith)
        .map((comment) => changed.get(keyOf(comment)) ?? comment),
    put: (comment) => void changed.set(keyOf(comment), comment),
  }
}
