import 'server-only'
import type { Evidence } from '#lib/platform/errors/index'
import type { Answer } from './answer'
import { quote } from './redact'

export const isHtml = ({ headers }: Answer): boolean => /^text\/html/i.test(headers.get('content-type') ?? '')

export const isRedirect = ({ status }: Answer): boolean => status >= 300 && status < 400

/** Bounded on every side: the text is a stranger's, and one made for it could keep an open pattern busy for ever. */
const titleOf = ({ text }: Answer): string | undefined =>
  /<title[^>]{0,200}>([^<]{1,400})<\/title>/i.exec(text.slice(0, 20_000))?.[1]?.trim()

/** What a page or a redirect calls itself: whoever knows the network knows by it who answered. */
export function pageEvidence(answer: Answer): Evidence[] {
  const facts: [label: string, value: string | null | undefined][] = [
    ['Page', titleOf(answer)],
    ['Redirects to', isRedirect(answer) ? answer.headers.get('location') : undefined],
    ['Server', isHtml(answer) ? answer.headers.get('server') : undefined],
  ]
  return facts.flatMap(([label, value]) => (value ? [{ label, value: quote(value) }] : []))
}
