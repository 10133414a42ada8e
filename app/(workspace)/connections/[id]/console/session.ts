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

function isKept({ latest, asked }: Session, draft: Draft): boolean {
  const known = latest ? [latest.draft, ...asked.map((one) => one.draft)] : asked.map((one) => one.draft)
  return known.some((one) => isSame(one, draft))
}

const isEmpty = ({ path, body }: Draft): boolean => path.trim() === '' && body.trim() === ''

/** The draft goes out of the form; what was typed into it must not be lost by that. */
function replaced(session: Session, draft: Draft, at: string): Session {
  const { draft: typed, sent, asked } = session
  if (isEmpty(typed) || isKept(session, typed) || isSame(typed, draft)) return { ...session, draft }
  const outcome = sent && isSame(sent, typed) ? 'no answer' : 'not sent'
  return { ...session, draft, asked: [{ draft: typed, outcome, at }, ...asked] }
}

function answered(session: Session, next: Answered): Session {
  const { latest, asked } = session
  // What waited for this answer as “no answer” has it now.
  const others = asked.filter(({ draft, outcome }) => outcome !== 'no answer' || !isSame(draft, next.draft))
  const before: Asked[] = latest ? [{ draft: latest.draft, outcome: latest.answer.status, at: latest.answer.at }] : []
  return { ...session, latest: next, asked: [...before, ...others] }
}

export function reduce(session: Session, action: Action): Session {
  switch (action.type) {
    case 'change':
      return { ...session, draft: { ...session.draft, ...action.change } }
    case 'replace':
      return replaced(session, action.draft, action.at)
    case 'send':
      return { ...session, sent: action.draft }
    case 'ask':
      return { ...replaced(session, action.draft, action.at), sent: action.draft }
    case 'answer':
      return answered(session, action.answered)
  }
}
