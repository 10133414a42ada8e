import 'server-only'
import { isWiqlError, parseWiql } from '#lib/platform/wiql/index'
import type { Project } from '../../../seed/model'
import type { Answer } from '../../protocol/answer'
import { type Call, numberIn } from '../../protocol/call'
import type { Store } from '../../store/index'
import { queryRefused } from '../errors'
import type { Field } from '../fields/field'
import { dateText } from '../render'
import { prepareQuery, type QueryResult } from './execute'
import type { LinkRow } from './links/links'

const longestText = 32_000

/** Wording unverified. */
const textTooLong = `The query text is longer than ${longestText} characters.`

/**
 * @param project Gives `@project` its value and the default team; that of the address, or of a saved query
 * @throws 400 with the errors of a query that cannot be understood or run
 */
function prepared(text: string, call: Call, project: Project | undefined): ReturnType<typeof prepareQuery> {
  if (text.length > longestText) throw queryRefused(textTooLong)
  const { store, team, caller, now, query } = call
  const timePrecision = query.get('timePrecision')?.toLowerCase() === 'true'
  try {
    const parsed = parseWiql(text)
    const { from } = parsed
    return prepareQuery(parsed, { text, from, store, project, team, caller, now: now.getTime(), timePrecision })
  } catch (error) {
    if (isWiqlError(error)) throw queryRefused(error.message)
    throw error
  }
}

const resultOf = (text: string, call: Call, project: Project | undefined): QueryResult =>
  prepared(text, call, project)(numberIn(call.query, '$top'))

/** Whether a text makes sense in this organization, without running it. @throws 400 */
export function checkQuery(text: string, call: Call): void {
  prepared(text, call, call.project)
}

const reference = ({ referenceName, name }: Field, { url }: Store) => ({
  referenceName,
  name,
  url: `${url}/_apis/wit/fields/${referenceName}`,
})

function headOf({ queryType, asOf, columns, sortColumns }: QueryResult, store: Store) {
  return {
    queryType,
    queryResultType: queryType === 'flat' ? 'workItem' : 'workItemLink',
    asOf: dateText(asOf),
    columns: columns.map((field) => reference(field, store)),
    ...(sortColumns.length === 0
      ? {}
      : { sortColumns: sortColumns.map(({ field, descending }) => ({ field: reference(field, store), descending })) }),
  }
}

/** Rows go out by the ten thousand, so their JSON is put together as text. */
function rowsJson(result: QueryResult, base: string): string {
  const item = (id: number) => `{"id":${id},"url":"${base}/${id}"}`
  if (result.queryType === 'flat') return `"workItems":[${result.ids.map(item).join(',')}]`
  const row = ({ rel, source, target }: LinkRow) =>
    `{"rel":${rel === undefined ? null : `"${rel}"`},"source":${source === undefined ? null : item(source)},"target":${item(target)}}`
  return `"workItemRelations":[${result.rows.map(row).join(',')}]`
}

function answerOf(result: QueryResult, { store }: Call, project: Project | undefined): Answer {
  const base = `${store.url}${project ? `/${project.id}` : ''}/_apis/wit/workItems`
  return { json: `${JSON.stringify(headOf(result, store)).slice(0, -1)},${rowsJson(result, base)}}` }
}

/** Runs a query text: IDs only. The project of the address shows in the items' addresses; it does not filter. */
export const runQuery = (text: string, call: Call): Answer =>
  answerOf(resultOf(text, call, call.project), call, call.project)

const countHeader = (result: QueryResult) => ({
  'x-total-count': String((result.queryType === 'flat' ? result.ids : result.rows).length),
})

/** Runs the text of a saved query, for `GET wit/wiql/{id}`; its addresses name the project in which it is saved. */
export function runSavedQuery(text: string, call: Call, project: Project): Answer {
  const result = resultOf(text, call, project)
  return { ...answerOf(result, call, project), headers: countHeader(result) }
}

/** How many a saved query finds, for `HEAD wit/wiql/{id}`. */
export const countSavedQuery = (text: string, call: Call, project: Project): Answer => ({
  json: '',
  headers: countHeader(resultOf(text, call, project)),
})
