import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { makeCertificate } from './make-certificate'
import type { Certificate, GenerateCertificateInput } from './schema'
import { type CertificatesContext, insertCertificate } from './store'

/**
 * Makes a key pair on the server and a self-signed certificate for it; the key is sealed and never leaves.
 * @throws role_insufficient, storage_unavailable
 */
export async function generateCertificate(
  context: CertificatesContext,
  member: Member,
  { name, ...wish }: GenerateCertificateInput,
): Promise<Certificate> {
  requireRole(member, 'editor')
  const made = await makeCertificate({ ...wish, now: Date.now() })
  return insertCertificate(context, member.workspaceId, { name, source: 'generated', ...made })
}
