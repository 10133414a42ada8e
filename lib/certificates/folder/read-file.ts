import 'server-only'
import { constants, type Stats } from 'node:fs'
import { type FileHandle, open, realpath } from 'node:fs/promises'
import { isAbsolute, join, relative, sep } from 'node:path'
import { AppError, type ErrorCode, isAppError } from '#lib/platform/errors/index'
import { maximumBytes } from '../reading/read-pair'

/** Only such names are files of the folder; none of them can lead out of it. */
export const isFolderFileName = (name: string): boolean => /^[^./\\\0][^/\\\0]*\.(?:pem|pfx)$/i.test(name)

/** Neither follows a link that was put in place since nor waits for the other end of a pipe. */
const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK

const codes: Readonly<Record<string, ErrorCode>> = {
  ENOENT: 'certificate_file_vanished',
  ELOOP: 'certificate_file_outside',
}

/** What the system says about a file is told by its code; its texts name the path on this server. */
function translated(cause: unknown): unknown {
  if (isAppError(cause) || !(cause instanceof Error) || !('code' in cause)) return cause
  const code = codes[String(cause.code)]
  const detail = code ? undefined : 'This server may not read the file.'
  return new AppError(code ?? 'certificate_file_unreadable', { cause, detail })
}

/** @throws certificate_folder_unreadable */
export async function realFolder(folder: string): Promise<string> {
  try {
    return await realpath(folder)
  } catch (cause) {
    throw new AppError('certificate_folder_unreadable', { cause })
  }
}

/** Kubernetes mounts each file as a link to another place of the same folder, so links that stay inside are followed. */
async function placeInside(root: string, name: string): Promise<string> {
  const place = await realpath(join(root, name))
  const way = relative(root, place)
  if (isAbsolute(way) || way.split(sep)[0] === '..') throw new AppError('certificate_file_outside')
  return place
}

function requireSmallFile(stats: Stats): void {
  if (!stats.isFile()) throw new AppError('certificate_file_unreadable', { detail: 'It is not a file.' })
  if (stats.size > maximumBytes) throw new AppError('certificate_file_too_large')
}

async function bytesOf(handle: FileHandle): Promise<Uint8Array> {
  try {
    requireSmallFile(await handle.stat())
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

/**
 * The bytes of a file of the folder, and of no other file, whatever the name says and wherever links lead.
 * @throws certificate_folder_unreadable, certificate_file_outside, certificate_file_vanished,
 * certificate_file_too_large, certificate_file_unreadable
 */
export async function readFolderFile(folder: string, name: string): Promise<Uint8Array> {
  if (!isFolderFileName(name)) throw new AppError('certificate_file_outside')
  const root = await realFolder(folder)
  try {
    return await bytesOf(await open(await placeInside(root, name), flags))
  } catch (cause) {
    throw translated(cause)
  }
}
