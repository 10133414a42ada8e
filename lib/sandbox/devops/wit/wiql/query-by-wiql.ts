import 'server-only'
import { isWiqlError, parseWiql } from '#lib/platform/wiql/index'
import type { WorkItem } from '../../../seed/model'
import type { Answer } from '../../protocol/answer'
import { bodyOf, type Call, numberIn } from '../../protocol/call'
import { argumentRefused } from '../../protocol/errors'
import type { Store } from '../../store/index'
import { queryRefused, queryResultTooLarge } from '../errors'
import type { Field } from '../fields/field'
import { dateText } from '../render'
import { executeQuery, type QueryResult } from './execute'

const longestText = 32_000
const largestResult = 20_000

/** Wording unverified. */
const textTooLong = `The query text is longer than ${longestText} characters.`

async function queryText(request: Request): Promise<string> {
  const { query } = await bodyOf(request)
  if (typeof query !== 'string') throw argumentRefused('Value cannot be null.\r\nParameter name: query')
  if (query.length > longestText) throw queryRefused(textTooLong)
  return query
}

function run(text: string, { store, project, caller, now, query }: Call): QueryResult {
  const timePrecision = query.get('timePrecision')?.toLowerCase() === 'true'
  try {
    return executeQuery(parseWiql(text), { text, store, project, caller, now: now.getTime(), timePrecision })
  } catch (error) {
    if (isWiqlError(error)) throw queryRefused(error.message)
    throw error
  }
}

/** The limit is on what matches, unless the caller asks for fewer. */
function limited(items: readonly WorkItem[], top: number | undefined): readonly WorkItem[] {
  if (items.length > largestResult && (top === undefined || top > largestResult)) {
    throw queryResultTooLarge(largestResult)
  }
  return items.slice(0, top)
}

const reference = ({ referenceName, name }: Field, { url }: Store) => ({
  referenceName,
  name,
  url: `${url}/_apis/wit/fields/${referenceName}`,
})

/** `POST wit/wiql`: IDs only. The project gives `@project` its value and shows in the addresses; it does not filter. */
export async function queryByWiql(call: Call): Promise<Answer> {
  const { store, project, query } = call
  const { columns, sortColumns, items } = run(await queryText(call.request), call)
  const head = {
    queryType: 'flat',
    queryResultType: 'workItem',
    asOf: dateText(call.now.getTime()),
    columns: columns.map((field) => reference(field, store)),
    ...(sortColumns.length === 0
      ? {}
      : { sortColumns: sortColumns.map(({ field, descending }) => ({ field: reference(field, store), descending })) }),
  }
  const base = `${store.url}${project ? `/${project.id}` : ''}/_apis/wit/workItems`
  const rows = limited(items, numberIn(query, '$top')).map(({ id }) => `{"id":${id},"url":"${base}/${id}"}`)
  return { json: `${JSON.stringify(head).slice(0, -1)},"workItems":[${rows.join(',')}]}` }
}
