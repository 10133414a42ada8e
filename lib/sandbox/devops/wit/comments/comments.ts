import 'server-only'
import type { WorkItem } from '../../../seed/model'
import type { Answer } from '../../protocol/answer'
import { bodyOf, type Call } from '../../protocol/call'
import { argumentRefused } from '../../protocol/errors'
import { type Comment, type CommentFormat, type CommentVersion, commentIdOf } from '../../store/comments'
import { revise } from '../../store/revision'
import { workItemUnknown } from '../errors'
import { idIn } from '../history/page'
import type { Renderer } from '../render'
import { authorOf } from '../writing/people'
import { commentWriter } from './comment-writer'
import { commentUnknown, textMissing } from './errors'
import { expansionIn } from './expansion'
import { pageIn, tokenOf, turnTo } from './paging'

function itemOf({ store, parameters: [id = ''] }: Call): WorkItem {
  const item = store.workItems.find(idIn(id))
  if (!item) throw workItemUnknown(idIn(id))
  return item
}

const isDeleted = ({ versions }: Comment): boolean => versions.at(-1)?.isDeleted === true

const includesDeleted = ({ query }: Call): boolean => query.get('includeDeleted')?.toLowerCase() === 'true'

/** The comment of the address. A deleted one is there only for whoever includes deleted ones. */
export function commentOf(call: Call): Comment {
  const { id } = itemOf(call)
  const commentId = idIn(call.parameters[1] ?? '')
  const comment = call.store.comments.of(id).find((one) => one.id === commentId)
  if (!comment || (isDeleted(comment) && !includesDeleted(call))) throw commentUnknown(id, commentId)
  return comment
}

async function textOf({ request }: Call): Promise<string> {
  const { text } = await bodyOf(request)
  if (typeof text !== 'string' || text.trim() === '') throw textMissing()
  return text
}

/** By its number too, because Microsoft's clients send that. */
function formatOf({ query }: Call, usual: CommentFormat): CommentFormat {
  const text = query.get('format')?.toLowerCase() ?? usual
  if (text === 'markdown' || text === '0') return 'markdown'
  if (text === 'html' || text === '1') return 'html'
  throw argumentRefused(`The value '${text}' is not valid for format.`)
}

/** Another version of a comment is another revision of its item; that it has no `System.History` is unverified. */
function amend(call: Call, comment: Comment, change: Pick<CommentVersion, 'text' | 'isDeleted'>): Comment {
  const author = authorOf(call)
  const item = itemOf(call)
  const count = Number(item.field('System.CommentCount') ?? 0) - (change.isDeleted ? 1 : 0)
  const revised = revise(item, { fields: new Map([['System.CommentCount', Math.max(0, count)]]) }, author)
  call.store.workItems.record([revised], author)
  const amended = { ...comment, versions: [...comment.versions, { ...change, ...author }] } satisfies Comment
  call.store.comments.put(amended)
  return amended
}

function listJson(call: Call, all: readonly Comment[], write: (comment: Comment) => string): string {
  const page = pageIn(call.query)
  const counted = page.includesDeleted ? all : all.filter((comment) => !isDeleted(comment))
  const { shown, next } = turnTo(page, counted)
  const head = `"totalCount":${counted.length},"count":${shown.length},"comments":[${shown.map(write).join()}]`
  if (!next) return `{${head}}`
  const continuationToken = tokenOf(next)
  const { id, project } = itemOf(call)
  const address = new URL(`${call.store.url}/${project.id}/_apis/wit/workItems/${id}/comments`)
  address.search = new URLSearchParams({
    continuationToken,
    'api-version': call.query.get('api-version') ?? '7.1-preview.4',
  }).toString()
  return `{${head},"nextPage":${JSON.stringify(address.href)},"continuationToken":"${continuationToken}"}`
}

/** Discussions of work items. */
export function commentHandlers(renderer: Renderer) {
  const show = (call: Call, comment: Comment): Answer => ({
    json: commentWriter(call, renderer).commentJson(comment, expansionIn(call.query)),
  })

  return {
    listComments(call: Call): Answer {
      const { store, query } = call
      const all = store.comments.of(itemOf(call).id)
      const expansion = expansionIn(query)
      const { commentJson } = commentWriter(call, renderer)
      const write = (comment: Comment): string => commentJson(comment, expansion)
      const ids = query.get('ids')
      if (ids === null) return { json: listJson(call, all, write) }
      const visible = all.filter((comment) => includesDeleted(call) || !isDeleted(comment))
      const shown = ids.split(',').flatMap((id) => visible.find((one) => one.id === Number(id)) ?? [])
      return { json: `{"totalCount":${shown.length},"count":${shown.length},"comments":[${shown.map(write).join()}]}` }
    },

    getComment: (call: Call): Answer => show(call, commentOf(call)),

    /** A new comment is a new revision of its item. */
    async addComment(call: Call): Promise<Answer> {
      const { store } = call
      const [format, text, author] = [formatOf(call, 'html'), await textOf(call), authorOf(call)]
      const item = revise(itemOf(call), { fields: new Map([['System.History', text]]) }, author)
      store.workItems.record([item], author)
      const id = commentIdOf(item.id, item.rev)
      const comment: Comment = { id, workItemId: item.id, format, versions: [{ text, isDeleted: false, ...author }] }
      store.comments.put(comment)
      return show(call, comment)
    },

    async updateComment(call: Call): Promise<Answer> {
      const text = await textOf(call)
      const comment = commentOf(call)
      const format = formatOf(call, comment.format)
      return show(call, amend(call, { ...comment, format }, { text, isDeleted: false }))
    },

    /** Answers with the comment as it is now. */
    deleteComment(call: Call): Answer {
      const comment = commentOf(call)
      const text = comment.versions.at(-1)?.text ?? ''
      return show(call, amend(call, comment, { text, isDeleted: true }))
    },
  }
}
