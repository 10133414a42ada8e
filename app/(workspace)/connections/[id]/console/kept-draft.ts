import { z } from 'zod'
import { consoleMethods, contentTypes, serviceHost } from '#lib/connections/console/schema'
import type { Draft } from './request'
import { isSent, type Session } from './session'

const kept = z.object({
  /** The query string of the page when it was typed. */
  search: z.string(),
  isSent: z.boolean(),
  draft: z.object({
    method: z.enum(consoleMethods),
    host: serviceHost,
    path: z.string(),
    body: z.string(),
    contentType: z.enum(contentTypes),
  }),
})

const keyOf = (connectionId: string): string => `certboard.console.${connectionId}`

/** Until the tab is closed. A browser that forbids it, or has no room, only forgets the draft at the next reload. */
export function keepDraft(connectionId: string, session: Session): void {
  const told: z.input<typeof kept> = { search: location.search, isSent: isSent(session), draft: session.draft }
  try {
    sessionStorage.setItem(keyOf(connectionId), JSON.stringify(told))
  } catch {
    // The draft is still in the form.
  }
}

function readKept(connectionId: string) {
  try {
    return kept.safeParse(JSON.parse(sessionStorage.getItem(keyOf(connectionId)) ?? 'null')).data
  } catch {
    return undefined
  }
}

/** The draft of this tab, unless the address names another path than this or than it did when it was typed. */
export function firstSession(connectionId: string, named: Draft): Session {
  const found = readKept(connectionId)
  if (!found) return { draft: named, asked: [] }
  const { draft, search } = found
  const isNamed = draft.path === named.path && draft.host === named.host
  const isMeant = isNamed || named.path === '' || search === location.search
  if (!isMeant) return { draft: named, asked: [] }
  return { draft, asked: [], ...(found.isSent && { sent: draft }) }
}
