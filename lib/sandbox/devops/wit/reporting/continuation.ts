import 'server-only'
import { createHash } from 'node:crypto'
import type { Call } from '../../protocol/call'
import { argumentRefused } from '../../protocol/errors'

/**
 * What a token is good for. The service's own tokens are numbers (`842;5;3`), and so are those for everything; one for
 * a part of it ends with a mark of that part.
 */
export interface Scope {
  readonly projectId: string | undefined
  /** Names of types of work items or links, in lower case; all if there are none. */
  readonly types: ReadonlySet<string>
}

function markOf({ projectId, types }: Scope): string | undefined {
  if (projectId === undefined && types.size === 0) return undefined
  const text = [projectId, ...[...types].toSorted()].join()
  return createHash('sha256').update(text).digest('hex').slice(0, 8)
}

/** @param numbers The watermark first */
export const tokenOf = (numbers: readonly number[], scope: Scope): string =>
  [...numbers, markOf(scope) ?? []].flat().join(';')

/** That it is a 400 is what clients rely on; the sentence is unverified. */
const tokenRefused = (token: string) =>
  argumentRefused(`The continuation token '${token}' is not valid, or was not given for this filter.`)

/** The watermark in a token. A bare number, as earlier versions had it, is good for every scope. */
function watermarkOf(token: string, scope: Scope): number {
  if (/^\d{1,15}$/.test(token)) return Number(token)
  const [, watermark, mark] = /^(\d{1,15})(?:;\d{1,10};\d{1,10})?(?:;([0-9a-f]{8}))?$/.exec(token) ?? []
  if (watermark === undefined || mark !== markOf(scope)) throw tokenRefused(token)
  return Number(watermark)
}

/** Behind which watermark a read begins: that of the token, else that of the date, else the first of all. */
export function beginningOf({ query, store }: Call, scope: Scope): number {
  const token = query.get('continuationToken') ?? query.get('watermark')
  if (token) return watermarkOf(token, scope)
  const start = query.get('startDateTime')
  if (!start) return 0
  const instant = Date.parse(start)
  if (Number.isNaN(instant)) throw argumentRefused(`The value '${start}' is not valid for startDateTime.`)
  return store.workItems.watermarkAt(instant)
}

interface Batch {
  readonly rows: readonly string[]
  readonly continuationToken: string
  readonly isLastBatch: boolean
}

/** The address of what follows is there even when nothing does yet: what changes later will be behind it. */
function nextLinkOf({ store, project, query }: Call, resource: string, continuationToken: string): string {
  const base = project ? `${store.url}/${project.id}` : store.url
  const kept = [...query].filter(([name]) => !/^(continuationToken|watermark|startDateTime)$/i.test(name))
  const address = new URL(`${base}/_apis/wit/reporting/${resource}`)
  address.search = new URLSearchParams([['continuationToken', continuationToken], ...kept]).toString()
  return address.href.replaceAll('%3B', ';')
}

/** The envelope of a batch; its rows are JSON already. */
export function batchJson(call: Call, resource: string, { rows, continuationToken, isLastBatch }: Batch): string {
  const tail = { nextLink: nextLinkOf(call, resource, continuationToken), continuationToken, isLastBatch }
  return `{"values":[${rows.join()}],${JSON.stringify(tail).slice(1)}`
}
