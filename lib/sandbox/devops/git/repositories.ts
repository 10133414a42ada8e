import 'server-only'
import { type Answer, answer, answerList } from '../protocol/answer'
import { type Call, numberIn } from '../protocol/call'
import { shownPerson } from '../wit/render'
import { type Branch, branchesOf } from './branches'
import { versionUnknown } from './errors'
import { repositoriesOf, repositoryIn } from './find'
import { commitJson, repositoryJson, repositoryUrl } from './git-json'

/** The lists of this area tell their count last. */
const listed = (value: readonly unknown[], headers?: Answer['headers']): Answer =>
  answer({ value, count: value.length }, headers)

export function listRepositories(call: Call): Answer {
  const withLinks = call.query.get('includeLinks')?.toLowerCase() === 'true'
  return listed(repositoriesOf(call).map((repository) => repositoryJson(repository, call.store, { withLinks })))
}

export const getRepository = (call: Call): Answer =>
  answer(repositoryJson(repositoryIn(call), call.store, { withLinks: true }))

/** `heads/x` finds what begins with it; no match is an empty list. A page's token is the name after its last one. */
export function listRefs(call: Call): Answer {
  const { store, query, parameters } = call
  const repository = repositoryIn(call)
  const beginning = `refs/${query.get('filter') ?? parameters[1] ?? ''}`
  const part = query.get('filterContains') ?? ''
  const after = query.get('continuationToken') ?? ''
  const found = branchesOf(repository, store).filter(
    ({ name }) => name.startsWith(beginning) && name.includes(part) && name >= after,
  )
  const top = numberIn(query, '$top') ?? found.length
  const next = found[top]?.name
  const value = found.slice(0, top).map(({ name, creator, commits }) => ({
    name,
    objectId: commits[0].id,
    creator: shownPerson(creator, store),
    url: `${repositoryUrl(repository, store)}/refs?filter=${encodeURIComponent(name.replace('refs/', ''))}`,
  }))
  return listed(value, next === undefined ? {} : { 'x-ms-continuationtoken': next })
}

/** How far a branch is from the main branch; with a name, only that one. */
export function getBranchStats(call: Call): Answer {
  const { store, query } = call
  const repository = repositoryIn(call)
  const branches = branchesOf(repository, store)
  const stats = ({ name, commits, ahead, behind }: Branch) => ({
    commit: commitJson(commits[0], repository, store),
    name: name.replace('refs/heads/', ''),
    aheadCount: ahead,
    behindCount: behind,
    isBaseVersion: name === 'refs/heads/main',
  })
  const wanted = query.get('name')
  if (wanted === null) return listed(branches.map(stats))
  const branch = branches.find(({ name }) => name === `refs/heads/${wanted}`)
  if (!branch) throw versionUnknown('branch', wanted, repository.name)
  return answer(stats(branch))
}

/** Nobody has marked a branch as a favourite. */
export const listFavorites = (): Answer => answerList([])
