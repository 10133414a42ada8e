import { z } from 'zod'
import { testId } from '#lib/connections/history/schema'
import { reportInput } from '#lib/connections/report/schema'
import { testReport } from '#lib/connections/report/test-report'
import { connectionId } from '#lib/connections/schema'
import { fileResponse } from '#lib/platform/http/file'
import { storageContext } from '#server/context'
import { route } from '#server/route'

const params = z.object({ id: connectionId, testId })

export const GET = route({ allow: 'viewer', params, query: reportInput }, async ({ member, params, query }) =>
  fileResponse(await testReport(await storageContext(), member, params, query)),
)
