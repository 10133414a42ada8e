import 'server-only'
import { type Answer, answer } from '../../protocol/answer'
import { bodyOf, type Call, projectOf } from '../../protocol/call'
import { checkedText } from './write-queries'

/** `POST wit/tempqueries`: anybody can run the text by the ID that this answers with, as if it had been saved. */
export async function createTemporaryQuery(call: Call): Promise<Answer> {
  const { wiql } = await bodyOf(call.request)
  const { id } = call.store.temporaryQueries.add(projectOf(call).id, checkedText(wiql, call))
  return answer({ id })
}
