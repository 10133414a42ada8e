import { z } from 'zod'
import { checkConnection } from '#lib/connections/check'
import { recordTest } from '#lib/connections/record-test'
import { connectionId, type FinishedTest } from '#lib/connections/schema'
import { ndjsonResponse } from '#lib/platform/http/ndjson'
import { connectionLink } from '#server/azure-devops'
import { storageContext } from '#server/context'
import { route } from '#server/route'

const params = z.object({ id: connectionId })
/** Whether the app may write is asked only when somebody wants to know. */
const query = z.object({ write: z.stringbool().default(false) })

export const POST = route({ allow: 'editor', params, query }, async ({ member, params, query, request }) => {
  const [link, context] = await Promise.all([connectionLink(member, params.id), storageContext()])
  const record = (test: FinishedTest) => recordTest(context, member, { id: params.id, settings: link.settings }, test)
  const options = { withWrite: query.write, signal: request.signal }
  return ndjsonResponse(checkConnection(link, member, record, options))
})
