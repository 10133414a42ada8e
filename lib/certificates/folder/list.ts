import 'server-only'
import { readdir } from 'node:fs/promises'
import { type Member, requireRole } from '#lib/platform/access'
import { AppError, describe, isAppError } from '#lib/platform/errors/index'
import { factsOf } from '../facts'
import type { Pair } from '../reading/choose-pair'
import { readPair } from '../reading/read-pair'
import { requireUsable } from '../require-usable'
import type { Certificate, FolderEntry, FolderFinding, FolderListing } from '../schema'
import { type CertificatesContext, selectCertificates, toCertificate } from '../store'
import { requireFolder } from './pair-in-file'
import { isFolderFileName, readFolderFile, realFolder } from './read-file'

/** Each may have to be opened by a worker thread, one after the other. */
const mostFiles = 50

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(await realFolder(folder))).filter(isFolderFileName).toSorted()
  } catch (cause) {
    throw new AppError('certificate_folder_unreadable', { cause })
  }
}

function findingOf({ code, detail }: AppError): FolderFinding {
  const { title, remedy } = describe(code)
  return { code, title, remedy, ...(detail !== undefined && { detail }) }
}

/** All pairs of a file: where there are several, the refusal to choose says which. */
async function pairsOf(file: Uint8Array): Promise<Pair[]> {
  try {
    return [await readPair({ file })]
  } catch (error) {
    if (!isAppError(error) || error.code !== 'certificate_choice_needed') throw error
    return Promise.all(error.choices.map(({ value }) => readPair({ file, thumbprintSha256: value })))
  }
}

async function findingIn(act: () => Promise<void>): Promise<{ readonly finding?: FolderFinding }> {
  try {
    await act()
    return {}
  } catch (error) {
    if (isAppError(error)) return { finding: findingOf(error) }
    throw error
  }
}

async function entryOf(file: string, pair: Pair, known: readonly Certificate[]): Promise<FolderEntry> {
  const certificate = factsOf(pair.certificate)
  const added = known.find((one) => one.folderFile === file && one.thumbprintSha256 === certificate.thumbprintSha256)
  const finding = await findingIn(() => requireUsable(pair, Date.now()))
  return { file, certificate, ...finding, ...(added && { certificateId: added.id }) }
}

async function entriesOf(folder: string, file: string, known: readonly Certificate[]): Promise<FolderEntry[]> {
  let entries: FolderEntry[] = []
  const finding = await findingIn(async () => {
    const pairs = await pairsOf(await readFolderFile(folder, file))
    entries = await Promise.all(pairs.map((pair) => entryOf(file, pair, known)))
  })
  return finding.finding ? [{ file, ...finding }] : entries
}

/**
 * What the operator's folder holds, by name: each certificate whose key is there, with what is wrong with it if
 * something is. Nothing of it is kept.
 * @throws role_insufficient, not_found where there is no folder, certificate_folder_unreadable, storage_unavailable
 */
export async function listFolder(context: CertificatesContext, member: Member): Promise<FolderListing> {
  requireRole(member, 'viewer')
  const folder = requireFolder(context)
  const names = await namesIn(folder)
  const known = (await selectCertificates(context.db, member.workspaceId)).map(toCertificate)
  const entries = await Promise.all(names.slice(0, mostFiles).map((name) => entriesOf(folder, name, known)))
  return { entries: entries.flat(), left: Math.max(0, names.length - mostFiles) }
}
