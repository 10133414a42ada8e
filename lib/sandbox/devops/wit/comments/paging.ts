import 'server-only'
import { numberIn } from '../../protocol/call'
import { argumentRefused } from '../../protocol/errors'
import type { Comment } from '../../store/comments'
import { tokenUnreadable } from './errors'

/** Unverified; the reference says nothing of a limit. */
const largestPage = 200

/** A page of an item's comments. */
export interface Page {
  readonly top: number
  readonly order: 'asc' | 'desc'
  readonly includesDeleted: boolean
  /** The ID of the last comment on the page before this one. */
  readonly behind: number | undefined
}

const isTrue = (text: string | null): boolean => text?.toLowerCase() === 'true'

/** By its number too, because Microsoft's clients send that. */
function orderIn(query: URLSearchParams): Page['order'] {
  const text = query.get('order')?.toLowerCase() ?? 'desc'
  if (text === 'asc' || text === '1') return 'asc'
  if (text === 'desc' || text === '2') return 'desc'
  throw argumentRefused(`The value '${text}' is not valid for order.`)
}

/** A token says all about the page behind it, because the address of the next page carries nothing else. */
export const tokenOf = ({ top, order, includesDeleted, behind }: Page): string =>
  Buffer.from([top, order, includesDeleted, behind].join(';')).toString('base64url')

function pageOfToken(token: string): Page {
  const text = Buffer.from(token, 'base64url').toString()
  const [, top, order, includesDeleted, behind] = /^(\d{1,3});(asc|desc);(true|false);(\d{1,10})$/.exec(text) ?? []
  if (behind === undefined) throw tokenUnreadable()
  return {
    top: Number(top),
    order: order === 'asc' ? 'asc' : 'desc',
    includesDeleted: includesDeleted === 'true',
    behind: Number(behind),
  }
}

/** The page that a query asks for: the newest comments first, unless it says otherwise. */
export function pageIn(query: URLSearchParams): Page {
  const token = query.get('continuationToken')
  const top = numberIn(query, '$top')
  const page = token
    ? pageOfToken(token)
    : {
        top: largestPage,
        order: orderIn(query),
        includesDeleted: isTrue(query.get('includeDeleted')),
        behind: undefined,
      }
  return { ...page, top: Math.min(top ?? page.top, largestPage) }
}

/** The comments on a page, and the page behind it if there is more. */
export function turnTo(
  page: Page,
  comments: readonly Comment[],
): { shown: readonly Comment[]; next: Page | undefined } {
  const { top, order, behind } = page
  const ordered = order === 'asc' ? comments : comments.toReversed()
  const isBehind = ({ id }: Comment): boolean => behind === undefined || (order === 'asc' ? id > behind : id < behind)
  const rest = ordered.filter(isBehind)
  const shown = rest.slice(0, top)
  const last = shown.at(-1)
  return { shown, next: last && rest.length > shown.length ? { ...page, behind: last.id } : undefined }
}
