import 'server-only'
import { signBytes } from '#lib/platform/entra/signature'
import type { Signer } from '#lib/platform/entra/signer'
import { AppError } from '#lib/platform/errors/index'
import type { CertificatesContext } from '../store'
import { type FolderPlace, pairInFile } from './pair-in-file'

/**
 * Reads the key for each signature and keeps it no longer. Rejects with certificate_folder_unreadable where there is no
 * folder any more, and with what `pairInFile` raises.
 */
export const folderSign =
  ({ certificateDir }: CertificatesContext, place: FolderPlace): Signer['sign'] =>
  async (algorithm, bytes) => {
    if (certificateDir === undefined) throw new AppError('certificate_folder_unreadable')
    const { privateKey } = await pairInFile(certificateDir, place)
    return await signBytes(privateKey, algorithm, bytes)
  }
