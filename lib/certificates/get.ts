import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { Certificate } from './schema'
import { type CertificatesContext, selectCertificate, toCertificate } from './store'

/** @throws role_insufficient, not_found, storage_unavailable */
export async function getCertificate({ db }: CertificatesContext, member: Member, id: string): Promise<Certificate> {
  requireRole(member, 'viewer')
  return toCertificate(await selectCertificate(db, member.workspaceId, id))
}
