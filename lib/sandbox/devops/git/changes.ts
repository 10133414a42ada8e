import 'server-only'
import type { Commit, Repository } from '../../seed/delivery/model'
import { type Answer, answer } from '../protocol/answer'
import { type Call, numberIn } from '../protocol/call'
import type { Store } from '../store/index'
import { commitIn } from './commits'
import { type Entry, entriesOf, inOrder } from './entries'
import { repositoryIn } from './find'
import { itemUrl } from './items'
import { commitDescribed } from './versions'

interface Change {
  readonly path: string
  readonly before: Entry | undefined
  readonly after: Entry | undefined
}

const entriesAt = (commit: Commit, repository: Repository, { delivery }: Store): Entry[] =>
  entriesOf(repository, delivery().historyOf(repository).filesAt(commit))

/** What is different between two trees, folders too but not the root, in Git's order. */
function compare(before: readonly Entry[], after: readonly Entry[]): Change[] {
  const former = new Map(before.map((entry) => [entry.path, entry]))
  const latter = new Map(after.map((entry) => [entry.path, entry]))
  const gone = before.filter(({ path }) => !latter.has(path))
  return [...after, ...gone]
    .sort(inOrder)
    .map(({ path }) => ({ path, before: former.get(path), after: latter.get(path) }))
    .filter((change) => change.path !== '/' && change.before?.objectId !== change.after?.objectId)
}

/** What is to be said of a file by whether there was one before, and there is one after. */
export function changeType({ before, after }: { readonly before: unknown; readonly after: unknown }): string {
  if (before === undefined) return 'add'
  return after === undefined ? 'delete' : 'edit'
}

function changeJson(change: Change, { id }: Commit, repository: Repository, store: Store) {
  const { path, before, after } = change
  const isFolder = (after ?? before)?.isFolder === true
  return {
    item: {
      ...(after ? { objectId: after.objectId } : {}),
      ...(before ? { originalObjectId: before.objectId } : {}),
      gitObjectType: isFolder ? 'tree' : 'blob',
      commitId: id,
      path,
      ...(isFolder ? { isFolder } : {}),
      url: itemUrl(path, `versionType=Commit&version=${id}`, repository, store),
    },
    changeType: changeType(change),
  }
}

/** What nothing of happened is left out. */
function countsOf(changes: readonly Change[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const change of changes) {
    const type = changeType(change)
    const name = type.charAt(0).toUpperCase() + type.slice(1)
    counts[name] = (counts[name] ?? 0) + 1
  }
  return counts
}

interface Page {
  readonly skip: number
  readonly top: number
}

const pageOf = (changes: readonly Change[], { skip, top }: Page): readonly Change[] => changes.slice(skip, skip + top)

/** What a commit did to the one before it. Folders are counted too, which the counts in lists of commits do not. */
export function listCommitChanges(call: Call): Answer {
  const { store, query } = call
  const repository = repositoryIn(call)
  const commit = commitIn(repository, call)
  const parent = store.delivery().historyOf(repository).lineOf(commit)[1]
  const changes = compare(parent ? entriesAt(parent, repository, store) : [], entriesAt(commit, repository, store))
  const page = { skip: numberIn(query, 'skip') ?? 0, top: numberIn(query, 'top') ?? changes.length }
  const told = pageOf(changes, page).map((change) => changeJson(change, commit, repository, store))
  return answer({ changeCounts: countsOf(changes), changes: told })
}

const defaultPage = 100

/** How far two versions are apart, and what the changes are from one, or from where both came from, to the other. */
export function getDiffs(call: Call): Answer {
  const { store, query } = call
  const repository = repositoryIn(call)
  const base = commitDescribed('baseVersion', repository, call)
  const target = commitDescribed('targetVersion', repository, call)
  const { lineOf } = store.delivery().historyOf(repository)
  const baseLine = lineOf(base).map(({ id }) => id)
  const targetLine = lineOf(target)
  const common = targetLine.find(({ id }) => baseLine.includes(id)) ?? base
  const from = query.get('diffCommonCommit')?.toLowerCase() === 'true' ? common : base
  const changes = compare(entriesAt(from, repository, store), entriesAt(target, repository, store))
  const page = pageOf(changes, { skip: numberIn(query, '$skip') ?? 0, top: numberIn(query, '$top') ?? defaultPage })
  return answer({
    ...(page.length === changes.length ? { allChangesIncluded: true } : {}),
    changeCounts: countsOf(changes),
    changes: page.map((change) => changeJson(change, target, repository, store)),
    commonCommit: common.id,
    baseCommit: base.id,
    targetCommit: target.id,
    aheadCount: targetLine.indexOf(common),
    behindCount: baseLine.indexOf(common.id),
  })
}
