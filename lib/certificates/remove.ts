import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { type CertificatesContext, deleteCertificate } from './store'

/**
 * Removes a certificate and its sealed key for good.
 * @throws role_insufficient, not_found, certificate_in_use while a connection uses it, storage_unavailable
 */
export async function removeCertificate({ db }: CertificatesContext, member: Member, id: string): Promise<void> {
  requireRole(member, 'editor')
  await deleteCertificate(db, member.workspaceId, id)
}
