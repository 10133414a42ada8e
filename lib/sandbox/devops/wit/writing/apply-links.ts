import 'server-only'
import type { Link, WorkItem } from '../../../seed/model'
import type { WorkItems } from '../../store/work-items'
import { workItemUnknown } from '../errors'
import { findRelationType } from '../relation-types'
import { dateText } from '../render'
import type { Writing } from './draft'
import { circularLink, relationExists, secondParent } from './errors'
import type { RelationPatch } from './relation-patch'

/** An item's links as they are going to be, and those of the items at other ends. */
export interface LinkChange {
  readonly links: readonly Link[]
  readonly otherEnds: ReadonlyMap<number, readonly Link[]>
  /** Files, pages and artifacts are part of a revision; links between work items are not. */
  readonly changesResources: boolean
}

const parent = 'System.LinkTypes.Hierarchy-Reverse'
const child = 'System.LinkTypes.Hierarchy-Forward'

const isSame = (one: Link, other: Link): boolean => one.rel === other.rel && one.target === other.target

/** The same link as it is seen from its other end. */
function opposite({ rel, ...link }: Link, from: number): Link {
  const other = findRelationType(rel)?.attributes.oppositeEndReferenceName
  return { ...link, rel: typeof other === 'string' ? other : rel, target: from }
}

type LinksOf = (id: number) => readonly Link[]

/** All links as they would be if the item had these. */
function linksIf(id: number, links: readonly Link[], workItems: WorkItems): LinksOf {
  return (other) => {
    if (other === id) return links
    const elsewhere = workItems.find(other)?.links.filter(({ target }) => target !== id) ?? []
    return [...elsewhere, ...links.filter(({ target }) => target === other).map((link) => opposite(link, id))]
  }
}

/** Whether a chain of links of one kind leads from one item to another. */
function leadsTo(goal: number, start: number, rel: string, linksOf: LinksOf): boolean {
  const seen = new Set([start])
  for (const id of seen) {
    if (id === goal) return true
    for (const link of linksOf(id)) {
      if (link.rel === rel && typeof link.target === 'number') seen.add(link.target)
    }
  }
  return false
}

/** @throws 400 for a second parent or a circle, 404 for an item that is not there */
function checkLink({ rel, target }: Link, id: number, others: readonly Link[], workItems: WorkItems): void {
  if (typeof target !== 'number') return
  if (!workItems.find(target)) throw workItemUnknown(target)
  const { name = '', attributes } = findRelationType(rel) ?? { attributes: { acyclic: false } }
  const linksOf = linksIf(id, others, workItems)
  const adopted = rel === parent ? id : target
  const isAdoption = rel === parent || rel === child
  if (isAdoption && linksOf(adopted).some((link) => link.rel === parent)) throw secondParent(name, id, target)
  if (target === id || (attributes.acyclic === true && leadsTo(id, target, rel, linksOf))) {
    throw circularLink(name, id, target)
  }
}

/** Where a file lies does not depend on what it is called. */
function withoutName(url: string): { readonly target: string; readonly name?: string } {
  const [target = url, query] = url.split('?')
  const name = new URLSearchParams(query).get('fileName')
  return name === null ? { target } : { target, name }
}

/** What the service tells of a file, page or artifact; nobody sets it but the name. */
function resource(link: Link, { store, author }: Writing, at: number): Link {
  if (typeof link.target === 'number') return link
  const isFile = link.rel === 'AttachedFile'
  const { target, ...named } = isFile ? withoutName(link.target) : { target: link.target }
  const file = isFile ? store.attachments.find(target.split('/').at(-1) ?? '') : undefined
  const created = dateText(file?.created ?? author.at)
  const attributes = {
    authorizedDate: dateText(author.at),
    id: store.workItems.watermark + at + 1,
    resourceCreatedDate: created,
    resourceModifiedDate: created,
    revisedDate: '9999-01-01T00:00:00Z',
    ...(file ? { resourceSize: file.content.length } : {}),
    ...named,
    ...link.attributes,
  }
  return { ...link, target, attributes }
}

function added(before: readonly Link[], links: readonly Link[], id: number, writing: Writing): Link[] {
  const fresh: Link[] = []
  for (const [at, given] of links.entries()) {
    const link = resource(given, writing, at)
    const others = [...before, ...fresh]
    if (others.some((other) => isSame(other, link))) throw relationExists()
    checkLink(link, id, others, writing.store.workItems)
    fresh.push(link)
  }
  return fresh
}

function withComment({ comment: _, ...link }: Link, comment: string | undefined): Link {
  return comment === undefined || comment === '' ? link : { ...link, comment }
}

const differs = (one: readonly Link[], other: readonly Link[]): boolean =>
  one.length !== other.length || one.some((link) => !other.includes(link))

const resources = (links: readonly Link[]): Link[] => links.filter(({ target }) => typeof target === 'string')

/** The other ends of all links that come, go or get another comment. */
function otherEnds(id: number, before: readonly Link[], after: readonly Link[], workItems: WorkItems) {
  const gone = before.filter((link) => !after.includes(link))
  const come = after.filter((link) => !before.includes(link))
  const targets = new Set([...gone, ...come].flatMap(({ target }) => (typeof target === 'number' ? [target] : [])))
  const ends = [...targets].flatMap((target) => workItems.find(target) ?? [])
  const linksOf = (end: WorkItem): Link[] => {
    const lost = gone.filter(({ target }) => target === end.id).map((link) => opposite(link, id))
    const won = come.filter(({ target }) => target === end.id).map((link) => opposite(link, id))
    const commented = end.links.map((link) => won.find((one) => isSame(one, link)) ?? link)
    const kept = commented.filter((link) => won.includes(link) || !lost.some((one) => isSame(one, link)))
    return [...won.filter((link) => !kept.includes(link)), ...kept]
  }
  return new Map(ends.map((end) => [end.id, linksOf(end)] as const))
}

/**
 * What a patch makes of an item's links. New ones come first: in the service too, their order is not that in which
 * they were added.
 * @throws 400 `Relation already exists.`, TF201035, TF201036
 */
export function applyLinks(id: number, before: readonly Link[], patch: RelationPatch, writing: Writing): LinkChange {
  const kept = before
    .map((link, at) => (patch.comments.has(at) ? withComment(link, patch.comments.get(at)) : link))
    .filter((_, at) => !patch.removed.has(at))
  const links = [...added(kept, patch.added, id, writing), ...kept]
  return {
    links: differs(links, before) ? links : before,
    otherEnds: otherEnds(id, before, links, writing.store.workItems),
    changesResources: differs(resources(links), resources(before)),
  }
}
