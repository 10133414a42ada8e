import type { ConsoleAnswer } from '#lib/connections/console/schema'
import { type Draft, isSame } from './request'

/** A request of this visit, to be had again. */
export interface Asked {
  readonly draft: Draft
  /** The status of the answer, or why there is none. */
  readonly outcome: number | 'not sent' | 'no answer'
  /** ISO 8601. */
  readonly at: string
}

export interface Answered {
  readonly draft: Draft
  readonly answer: ConsoleAnswer
}

/** What somebody does in the console of one connection. Only the latest answer is kept, because answers are large. */
export interface Session {
  readonly draft: Draft
  /** The last that was sent, answered or not. */
  readonly sent?: Draft
  readonly latest?: Answered
  /** Latest first. */
  readonly asked: readonly Asked[]
}

type Action =
  | { readonly type: 'change'; readonly change: Partial<Draft> }
  | { readonly type: 'replace'; readonly draft: Draft; readonly at: string }
  | { readonly type: 'send'; readonly draft: Draft }
  | { readonly type: 'ask'; readonly draft: Draft; readonly at: string }
  | { readonly type: 'answer'; readonly answered: Answered }

const isIn = (asked: readonly { readonly draft: Draft }[], draft: Draft): boolean =>
  asked.some((one) => isSame(one.draft, draft))

const isKept = ({ latest, asked }: Session, draft: Draft): boolean => isIn(latest ? [latest, ...asked] : asked, draft)

const isLatestSent = ({ draft, sent }: Session): boolean => sent !== undefined && isSame(sent, draft)

/** Whether what is in the form went out as it is. */
export function isSent(session: Session): boolean {
  const { draft, asked } = session
  const unsent = asked.filter(({ outcome }) => outcome === 'not sent')
  return isLatestSent(session) || (isKept(session, draft) && !isIn(unsent, draft))
}

/** Without what is said of a draft that was not answered, once it is sent again. */
const withoutUnanswered = (asked: readonly Asked[], draft: Draft): readonly Asked[] =>
  asked.filter((one) => typeof one.outcome === 'number' || !isSame(one.draft, draft))

const isEmpty = ({ path, body }: Draft): boolean => path.trim() === '' && body.trim() === ''

/** The draft goes out of the form; what was typed into it must not be lost by that. */
function replaced(session: Session, draft: Draft, at: string): Session {
  const { draft: typed, asked } = session
  if (isEmpty(typed) || isKept(session, typed) || isSame(typed, draft)) return { ...session, draft }
  const outcome = isLatestSent(session) ? 'no answer' : 'not sent'
  return { ...session, draft, asked: [{ draft: typed, outcome, at }, ...asked] }
}

const sent = (session: Session, draft: Draft): Session => ({
  ...session,
  sent: draft,
  asked: withoutUnanswered(session.asked, draft),
})

function answered(session: Session, next: Answered): Session {
  const { latest, asked } = session
  const before: Asked[] = latest ? [{ draft: latest.draft, outcome: latest.answer.status, at: latest.answer.at }] : []
  return { ...session, latest: next, asked: [...before, ...withoutUnanswered(asked, next.draft)] }
}

export function reduce(session: Session, action: Action): Session {
  switch (action.type) {
    case 'change':
      return { ...session, draft: { ...session.draft, ...action.change } }
    case 'replace':
      return replaced(session, action.draft, action.at)
    case 'send':
      return sent(session, action.draft)
    case 'ask':
      return sent(replaced(session, action.draft, action.at), action.draft)
    case 'answer':
      return answered(session, action.answered)
  }
}
