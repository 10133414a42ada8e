import { z } from 'zod'
import { checkConnection } from '#lib/connections/check'
import { recordTest } from '#lib/connections/record-test'
import { connectionId } from '#lib/connections/schema'
import { ndjsonResponse } from '#lib/platform/http/ndjson'
import { connectionLink } from '#server/azure-devops'
import { storageContext } from '#server/context'
import { route } from '#server/route'

const params = z.object({ id: connectionId })

export const POST = route({ allow: 'editor', params }, async ({ member, params, request }) => {
  const [link, context] = await Promise.all([connectionLink(member, params.id), storageContext()])
  const record = (verdict: Test['verdict'], results: Test['results'], testedAt: Date) =>
    recordTest(context, member, params.id, { verdict, results, testedAt })
  return ndjsonResponse(checkConnection(link, member, record, request.signal))
})

type Test = Parameters<typeof recordTest>[3]
