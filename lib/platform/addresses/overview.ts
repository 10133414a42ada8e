import { guidIn } from './guid'

/** The IDs that the Overview page of an app registration shows. */
export interface OverviewIds {
  readonly clientId?: string
  readonly objectId?: string
  readonly tenantId?: string
}

const labels = {
  clientId: /application \(client\) id|client id|appid/i,
  objectId: /object id|objectid/i,
  tenantId: /directory \(tenant\) id|tenant id|tenantid/i,
} as const

/** The GUID that follows a label, before the next one. */
function idBehind(label: RegExp, text: string): string | undefined {
  const start = text.search(label)
  return start === -1 ? undefined : guidIn(text.slice(start, start + 120))
}

/**
 * Finds the IDs in what somebody copied from the Overview page, labels and all, or from the answer of a command. A text
 * with a lone GUID has no label that says which one it is, so nothing is found in it.
 */
export function idsInOverview(text: string): OverviewIds {
  const found = Object.entries(labels).flatMap(([name, label]) => {
    const id = idBehind(label, text)
    return id === undefined ? [] : [[name, id] as const]
  })
  return Object.fromEntries(found)
}
