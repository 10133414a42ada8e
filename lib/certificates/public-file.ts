import 'server-only'
import { X509Certificate } from 'node:crypto'
import { type Member, requireRole } from '#lib/platform/access'
import type { File } from '#lib/platform/http/file'
import { fileNameOf } from './file-name'
import type { PublicFileFormat } from './schema'
import { type CertificatesContext, selectCertificate } from './store'

/** What the public file of a certificate is called when it is downloaded. */
export const publicFileName = (name: string, format: PublicFileFormat): string => `${fileNameOf(name)}.${format}`

/**
 * The public certificate as a file, as the app registration takes it: DER (`cer`) or PEM. It holds no private key.
 * @throws role_insufficient, not_found, storage_unavailable
 */
export async function publicFile(
  { db }: CertificatesContext,
  member: Member,
  id: string,
  format: PublicFileFormat,
): Promise<File> {
  requireRole(member, 'viewer')
  const { name, certificatePem } = await selectCertificate(db, member.workspaceId, id)
  const fileName = publicFileName(name, format)
  if (format === 'pem') {
    return { bytes: new TextEncoder().encode(certificatePem), fileName, contentType: 'application/x-pem-file' }
  }
  const bytes = Uint8Array.from(new X509Certificate(certificatePem).raw)
  return { bytes, fileName, contentType: 'application/pkix-cert' }
}
