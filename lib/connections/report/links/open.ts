import 'server-only'
import { hashOf } from '#lib/platform/link-secret'
import type { ConnectionsContext } from '../../store'
import { reportLinkSecret } from './schema'
import { countOpening, selectPlace, type TestPlace } from './store'

export interface OpenReportLink extends TestPlace {
  readonly identifiers: 'shown' | 'hidden'
}

/**
 * What the secret of a link opens, counted. It takes no member: whoever has the link may read. Nothing for a secret that
 * is wrong, has ended or was taken back, so that nobody learns which.
 * @throws storage_unavailable
 */
export async function openReportLink(
  { db }: Pick<ConnectionsContext, 'db'>,
  secret: string,
  now = new Date(),
): Promise<OpenReportLink | undefined> {
  if (!reportLinkSecret.safeParse(secret).success) return undefined
  const link = await countOpening(db, hashOf(secret), now)
  const place = link && (await selectPlace(db, link.testId))
  return link && place && { ...place, identifiers: link.identifiers }
}
