import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { inField } from '#lib/platform/errors/index'
import { readPair } from './reading/read-pair'
import { requireUsable } from './require-usable'
import type { Certificate, ImportCertificateInput } from './schema'
import { type CertificatesContext, insertCertificate } from './store'

const decode = (base64: string | undefined): Buffer | undefined => (base64 ? Buffer.from(base64, 'base64') : undefined)

/**
 * Reads a certificate and its private key from the given files, makes sure that Entra ID would accept their signatures
 * now, and stores them, the key sealed. Of files with several pairs nothing is kept either until one is chosen.
 * @throws role_insufficient; what `readPair` and `requireUsable` raise about the files; storage_unavailable
 */
export async function importCertificate(
  context: CertificatesContext,
  member: Member,
  { name, file, keyFile, ...input }: ImportCertificateInput,
): Promise<Certificate> {
  requireRole(member, 'editor')
  const pair = await readPair({ file: Buffer.from(file, 'base64'), keyFile: decode(keyFile), ...input })
  await inField('file', () => requireUsable(pair, Date.now()))
  return insertCertificate(context, member.workspaceId, { name, source: 'imported', ...pair })
}
