import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { File } from '#lib/platform/http/file'
import { fileNameOf } from '../file-name'
import { type CertificatesContext, selectCertificate, toCertificate } from '../store'
import { iCalendar } from './icalendar'
import { warningDays } from './schema'

/**
 * The end of a certificate as a calendar file, with alarms on the days on which Certboard reminds too.
 * @throws role_insufficient, not_found, storage_unavailable
 */
export async function expiryCalendar(
  { db }: CertificatesContext,
  member: Member,
  id: string,
  now = new Date(),
): Promise<File> {
  requireRole(member, 'viewer')
  const { name, subject, notAfter, thumbprintSha1 } = toCertificate(await selectCertificate(db, member.workspaceId, id))
  const calendar = iCalendar(
    {
      uid: `certificate-${id}@certboard`,
      at: new Date(notAfter),
      summary: `Certificate “${name}” ends`,
      description: `From now on Entra ID refuses it. Subject: ${subject}\nSHA-1 thumbprint: ${thumbprintSha1}`,
      alarmDays: warningDays,
    },
    now,
  )
  return {
    bytes: new TextEncoder().encode(calendar),
    fileName: `${fileNameOf(name)}.ics`,
    contentType: 'text/calendar; charset=utf-8',
  }
}
