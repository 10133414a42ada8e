import 'server-only'
import type { Answer } from '../../protocol/answer'
import { bodyOf, type Call, textIn } from '../../protocol/call'
import { argumentRefused } from '../../protocol/errors'
import { runQuery } from './run-query'

/** `POST wit/wiql` */
export async function queryByWiql(call: Call): Promise<Answer> {
  const text = textIn(await bodyOf(call.request), 'query')
  if (text === undefined) throw argumentRefused('Value cannot be null.\r\nParameter name: query')
  return runQuery(text, call)
}
