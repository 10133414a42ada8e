import 'server-only'
import type { DraftLink } from '../link'
import { present } from '../link'
import type { CheckNotes } from './check'

const once = <Answer>(ask: () => Promise<Answer>): (() => Promise<Answer>) => {
  let asked: Promise<Answer> | undefined
  return () => {
    asked ??= ask()
    return asked
  }
}

/** @throws (when asked) setting_missing */
export function notesOf(link: DraftLink, signal?: AbortSignal): CheckNotes {
  const endpoints = () => present(link.endpoints, link, 'organization')
  return {
    exchanges: [],
    askTenant: once(async () => await present(link.discoverTenant, link, 'tokenUrl')(signal)),
    askOrganizationTenant: once(async () => await endpoints().getOrganizationTenant({ signal })),
    askAnalytics: once(async () => await endpoints().touchAnalytics({ signal })),
  }
}
