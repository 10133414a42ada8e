import { z } from 'zod'
import { getConnection } from '#lib/connections/get'
import { testId } from '#lib/connections/history/schema'
import { revokeReportLink } from '#lib/connections/report/links/revoke'
import { reportLinkId } from '#lib/connections/report/links/schema'
import { connectionId } from '#lib/connections/schema'
import { record, subjectOfConnection } from '#server/activity'
import { storageContext } from '#server/context'
import { route } from '#server/route'

const params = z.object({ id: connectionId, testId, linkId: reportLinkId })

export const DELETE = route({ allow: 'editor', params }, async ({ member, params }) => {
  const context = await storageContext()
  const connection = await getConnection(context, member, params.id)
  const isRevoked = await revokeReportLink(context, member, params, params.linkId)
  if (isRevoked) await record(member, 'report_link_revoked', subjectOfConnection(connection))
})
