import { z } from 'zod'
import { getConnection } from '#lib/connections/get'
import { testId } from '#lib/connections/history/schema'
import { createReportLink } from '#lib/connections/report/links/create'
import { listReportLinks } from '#lib/connections/report/links/list'
import { reportLinkInput } from '#lib/connections/report/links/schema'
import { connectionId } from '#lib/connections/schema'
import { record, subjectOfConnection } from '#server/activity'
import { storageContext } from '#server/context'
import { route } from '#server/route'

const params = z.object({ id: connectionId, testId })

export const GET = route({ allow: 'editor', params }, async ({ member, params }) =>
  listReportLinks(await storageContext(), member, params),
)

/** Makes a link to the report; its secret is told in this answer and never again. */
export const POST = route({ allow: 'editor', params, body: reportLinkInput }, async ({ member, params, body }) => {
  const context = await storageContext()
  const connection = await getConnection(context, member, params.id)
  const link = await createReportLink(context, member, params, body)
  await record(member, 'report_shared', subjectOfConnection(connection))
  return link
})
