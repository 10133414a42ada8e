import { z } from 'zod'
import { consoleMethods, contentTypes, serviceHost } from '#lib/connections/console/schema'
import type { Draft } from './request'

const kept = z.object({
  /** The query string of the page when it was typed. */
  search: z.string(),
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
export function keepDraft(connectionId: string, draft: Draft): void {
  try {
    sessionStorage.setItem(keyOf(connectionId), JSON.stringify({ search: location.search, draft }))
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
export function firstDraft(connectionId: string, named: Draft): Draft {
  const found = readKept(connectionId)
  if (!found) return named
  const isNamed = found.draft.path === named.path && found.draft.host === named.host
  return isNamed || named.path === '' || found.search === location.search ? found.draft : named
}
