import 'server-only'
import { AppError, isAppError } from '#lib/platform/errors/index'
import type { Pair } from '../reading/choose-pair'
import { readPair } from '../reading/read-pair'
import type { CertificatesContext } from '../store'
import { readFolderFile } from './read-file'

/** @throws not_found where the operator has set no folder up */
export function requireFolder({ certificateDir }: Pick<CertificatesContext, 'certificateDir'>): string {
  if (certificateDir === undefined) {
    throw new AppError('not_found', { detail: 'This server reads no certificates from a folder.' })
  }
  return certificateDir
}

/** Which certificate of which file. */
export interface FolderPlace {
  readonly file: string
  readonly thumbprintSha256: string
}

/** It holds other certificates than the one that was agreed. */
const isAnother = (error: unknown): boolean => isAppError(error) && error.code === 'certificate_choice_needed'

/**
 * The certificate and its key as the file has them now.
 * @throws what `readFolderFile` and `readPair` raise; certificate_file_changed where it holds another certificate
 */
export async function pairInFile(folder: string, { file, thumbprintSha256 }: FolderPlace): Promise<Pair> {
  const bytes = await readFolderFile(folder, file)
  try {
    return await readPair({ file: bytes, thumbprintSha256 })
  } catch (error) {
    throw isAnother(error) ? new AppError('certificate_file_changed', { cause: error }) : error
  }
}
