import 'server-only'
import type { Commit, Repository } from '../../seed/delivery/model'
import type { Call } from '../protocol/call'
import { membersNamed } from '../protocol/enumeration'
import { notEmulated } from '../protocol/errors'
import { branchesOf } from './branches'
import { versionUnknown } from './errors'

const types = { branch: 0, tag: 1, commit: 2 }
const options = { none: 0, previouschange: 1, firstparent: 2 }

function named(type: string | undefined, version: string, repository: Repository, { store }: Call) {
  if (type === 'commit') return store.delivery().historyOf(repository).find(version.toLowerCase())
  if (type === 'tag') return undefined
  return branchesOf(repository, store).find(({ name }) => name === `refs/heads/${version}`)?.commits[0]
}

/**
 * The commit that the query describes by `{name}`, `{name}Type` and `{name}Options`: the tip of a branch by its short
 * name, or a commit by its ID. The tip of the main branch, if it says nothing. Nobody has made a tag.
 */
export function commitDescribed(name: string, repository: Repository, call: Call): Commit {
  const { store, query } = call
  const version = query.get(name)
  const [type] = membersNamed(types, query.get(`${name}Type`) ?? 'branch')
  const [option] = membersNamed(options, query.get(`${name}Options`) ?? 'none')
  if (option === 'previouschange') throw notEmulated('versions by their previous change')
  const commit = version ? named(type, version, repository, call) : store.delivery().commitsOf(repository)[0]
  if (!commit) throw versionUnknown(type ?? '', version ?? '', repository.name)
  const before = store.delivery().historyOf(repository).lineOf(commit)[1]
  return option === 'firstparent' && before ? before : commit
}
