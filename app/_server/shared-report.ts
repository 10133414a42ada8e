import 'server-only'
import { openReportLink } from '#lib/connections/report/links/open'
import { type Report, readReport } from '#lib/connections/report/test-report'
import { caretakerOf } from './caretaker'
import { storageContext } from './context'

/** The report that a link opens, for whoever has it; nothing where it opens none. */
export async function sharedReport(secret: string): Promise<Report | undefined> {
  const context = await storageContext()
  const link = await openReportLink(context, secret)
  if (!link) return undefined
  const place = { id: link.connectionId, testId: link.testId }
  return readReport(context, caretakerOf(link.workspaceId, 'viewer'), place, link.identifiers)
}
