import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { Certificate } from './schema'
import { type CertificatesContext, selectCertificates, toCertificate } from './store'

/**
 * The certificates of the member's workspace, newest first.
 * @throws role_insufficient, storage_unavailable
 */
export async function listCertificates({ db }: CertificatesContext, member: Member): Promise<Certificate[]> {
  requireRole(member, 'viewer')
  return (await selectCertificates(db, member.workspaceId)).map(toCertificate)
}
