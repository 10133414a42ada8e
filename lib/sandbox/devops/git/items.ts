import 'server-only'
import { contentOf } from '../../seed/delivery/contents'
import type { Commit, Files, Repository } from '../../seed/delivery/model'
import { prefersArchive, prefersText } from '../protocol/accept'
import { type Answer, answer, answerList, answerText } from '../protocol/answer'
import type { Call } from '../protocol/call'
import { membersNamed } from '../protocol/enumeration'
import { notEmulated } from '../protocol/errors'
import type { Store } from '../store/index'
import { blobId, type Entry, entriesOf } from './entries'
import { itemUnknown } from './errors'
import { repositoryIn } from './find'
import { repositoryUrl } from './git-json'
import { commitDescribed } from './versions'

/** @param version As it stands in the address behind the question mark */
export const itemUrl = (path: string, version: string, repository: Repository, store: Store): string =>
  `${repositoryUrl(repository, store)}/items/${path}?${version}`

/** A commit of a repository, with its files and folders. */
interface Snapshot {
  readonly repository: Repository
  readonly commit: Commit
  readonly files: Files
  /** A folder's ID follows from all that is in it, so these are worked out only for those who ask for folders. */
  readonly entries: () => readonly Entry[]
}

function snapshotIn(call: Call): Snapshot {
  const { query, store } = call
  const repository = repositoryIn(call)
  const name = query.has('version') ? 'version' : 'versionDescriptor.version'
  const commit = commitDescribed(name, repository, call)
  const files = store.delivery().historyOf(repository).filesAt(commit)
  return { repository, commit, files, entries: () => entriesOf(repository, files) }
}

const normalized = (path: string): string => `/${path.split('/').filter(Boolean).join('/')}`

function entryAt(path: string, { entries, files, repository, commit }: Snapshot): Entry {
  const version = files.get(path)
  if (version !== undefined) return { path, isFolder: false, objectId: blobId(repository, path, version) }
  const entry = entries().find((one) => one.path === path)
  if (!entry) throw itemUnknown(path, repository.name, commit.id)
  return entry
}

const contentAt = ({ path }: Entry, { repository, files }: Snapshot): string =>
  contentOf(repository, path, files.get(path) ?? '')

const isTrue = (text: string | null): boolean => text?.toLowerCase() === 'true'

/** What sort of file it is; a folder has no more than its name. */
function metadataOf({ path, isFolder }: Entry) {
  const fileName = path.slice(path.lastIndexOf('/') + 1)
  const extension = fileName.slice(fileName.lastIndexOf('.') + 1)
  return isFolder ? { fileName } : { encoding: 65_001, contentType: 'text/plain', fileName, extension }
}

function itemJson(entry: Entry, snapshot: Snapshot, { query, store }: Call) {
  const { objectId, path, isFolder } = entry
  const withContent = !isFolder && isTrue(query.get('includeContent'))
  const withMetadata = isTrue(query.get('includeContentMetadata'))
  return {
    objectId,
    gitObjectType: isFolder ? 'tree' : 'blob',
    commitId: snapshot.commit.id,
    path,
    ...(isFolder ? { isFolder } : {}),
    ...(withContent ? { content: contentAt(entry, snapshot) } : {}),
    ...(withMetadata ? { contentMetadata: metadataOf(entry) } : {}),
    url: itemUrl(path, `versionType=Commit&version=${snapshot.commit.id}`, snapshot.repository, store),
  }
}

const levels = { none: 0, onelevel: 1, onelevelplusnestedemptyfolders: 4, full: 120 }

/** A folder with what is in it, as deep as is asked for, or a file. */
function listItems(scope: string, call: Call): Answer {
  const snapshot = snapshotIn(call)
  const { path } = entryAt(normalized(scope), snapshot)
  const [level] = membersNamed(levels, call.query.get('recursionLevel') ?? 'none')
  const folder = path === '/' ? path : `${path}/`
  const isBelow = (entry: Entry): boolean => entry.path !== '/' && entry.path.startsWith(folder)
  const isWanted = (entry: Entry): boolean =>
    isBelow(entry) && (level === 'full' || (level !== 'none' && !entry.path.slice(folder.length).includes('/')))
  const found = snapshot.entries().filter((entry) => entry.path === path || isWanted(entry))
  return answerList(found.map((entry) => itemJson(entry, snapshot, call)))
}

/** The content of a file, unless JSON is asked for. */
function getItem(path: string, call: Call): Answer {
  const snapshot = snapshotIn(call)
  const entry = entryAt(normalized(path), snapshot)
  if (prefersArchive(call)) throw notEmulated('items as archives')
  if (entry.isFolder || !prefersText(call)) return answer(itemJson(entry, snapshot, call))
  return answerText(contentAt(entry, snapshot))
}

/** One item by its `path`, which may also stand in the address, or those of a `scopePath`, which is the root if none is given. */
export function getItems(call: Call): Answer {
  const { query, parameters } = call
  const path = query.get('path') ?? parameters[1]
  return path === undefined ? listItems(query.get('scopePath') ?? '/', call) : getItem(path, call)
}
