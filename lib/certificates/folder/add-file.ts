import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { requireUsable } from '../require-usable'
import type { AddFolderFileInput, Certificate } from '../schema'
import { type CertificatesContext, insertFolderCertificate } from '../store'
import { pairInFile, requireFolder } from './pair-in-file'

/**
 * Makes a certificate of the operator's folder one of the workspace. Its public part is stored; its key stays in the file
 * and is read whenever it signs.
 * @throws role_insufficient, not_found where there is no folder; what `pairInFile` and `requireUsable` raise;
 * storage_unavailable
 */
export async function addFolderFile(
  context: CertificatesContext,
  member: Member,
  { name, file, thumbprintSha256 }: AddFolderFileInput,
): Promise<Certificate> {
  requireRole(member, 'editor')
  const pair = await pairInFile(requireFolder(context), { file, thumbprintSha256 })
  await requireUsable(pair, Date.now())
  return insertFolderCertificate(context, member.workspaceId, { name, folderFile: file, certificate: pair.certificate })
}
