import 'server-only'
import type { SeededWorkItems, WorkItem } from '../../seed/model'
import { createChangeLog, type Update } from './change-log'
import { type Author, relink, revise } from './revision'

/** A work item in the recycle bin, as its deletion left it. */
export interface DeletedWorkItem extends Author {
  readonly item: WorkItem
}

/** The organization's work items: those it began with, and whatever has been done to them and beside them since. */
export interface WorkItems
  extends Pick<ReturnType<typeof createChangeLog>, 'watermark' | 'watermarkAt' | 'changesSince' | 'revisedAt'> {
  /** @param asOf Milliseconds since 1970; an item created later does not exist, nor does one that has been deleted */
  find(id: number, asOf?: number): WorkItem | undefined
  /** All there are, in the order of their IDs. */
  all(): Iterable<WorkItem>
  /** Every revision, the first one first; none for an unknown ID. */
  revisions(id: number): readonly WorkItem[]
  /** Every step of an item's history, the first one first; those that changed only links have the `rev` before them. */
  updates(id: number): readonly Update[]
  /** The ID of the item that is created next. */
  nextId(): number
  /**
   * Takes in new items, revisions and relinked items: all of them at once, as one author's doing.
   * @returns the same items as they are read from now on
   */
  record(items: readonly WorkItem[], author: Author): readonly WorkItem[]
  /** What is in the recycle bin, what was deleted first coming first. */
  deleted(): Iterable<DeletedWorkItem>
  findDeleted(id: number): DeletedWorkItem | undefined
  /** Moves an item into the recycle bin: one more revision, and others lose their links to it. */
  remove(item: WorkItem, author: Author): DeletedWorkItem
  /** Brings it back, with its links to those that are still there. */
  restore(deleted: DeletedWorkItem, author: Author): WorkItem
  /** Takes an item out of the recycle bin for good. */
  destroy(id: number): void
}

const isLinkTo = (id: number) => (link: WorkItem['links'][number]) => link.target === id

/** Lays what is changed over what was seeded: an item that nobody touched costs nothing. */
export function createWorkItems(seeded: SeededWorkItems): WorkItems {
  const log = createChangeLog(seeded)
  const bin = new Map<number, DeletedWorkItem>()
  const destroyed = new Set<number>()
  const isGone = (id: number): boolean => bin.has(id) || destroyed.has(id)

  const latest = (id: number): WorkItem | undefined => (isGone(id) ? undefined : log.latest(id))

  function find(id: number, asOf = Number.POSITIVE_INFINITY): WorkItem | undefined {
    const item = latest(id)
    if (!item || asOf === Number.POSITIVE_INFINITY) return item
    return log.updates(id).findLast(({ at }) => at <= asOf)?.after
  }

  const record: WorkItems['record'] = (items, author) => items.map((item) => log.record(item, author))

  /** The other ends of an item's links, each with its links as `change` makes them. */
  function otherEnds(item: WorkItem, change: (end: WorkItem) => WorkItem['links']): WorkItem[] {
    const targets = new Set(item.links.flatMap(({ target }) => (typeof target === 'number' ? [target] : [])))
    return [...targets].flatMap((target) => {
      const end = latest(target)
      return end ? [relink(end, change(end))] : []
    })
  }

  return {
    get watermark() {
      return log.watermark
    },
    watermarkAt: log.watermarkAt,
    revisedAt: log.revisedAt,
    *changesSince(watermark) {
      for (const change of log.changesSince(watermark)) if (!destroyed.has(change.after.id)) yield change
    },
    find,
    *all() {
      for (let id = 1; id < log.nextId(); id += 1) {
        const item = latest(id)
        if (item) yield item
      }
    },
    revisions(id) {
      const updates = isGone(id) ? [] : log.updates(id)
      return updates.map(({ after }) => after).filter((item, at, all) => item.rev !== all[at + 1]?.rev)
    },
    updates: (id) => (isGone(id) ? [] : log.updates(id)),
    nextId: log.nextId,
    record,
    deleted: () => bin.values(),
    findDeleted: (id) => bin.get(id),
    remove(item, author) {
      const gone = revise(item, { fields: new Map([['System.IsDeleted', true]]) }, author)
      const ends = otherEnds(item, ({ links }) => links.filter((link) => !isLinkTo(item.id)(link)))
      const [recorded = gone] = record([gone, ...ends], author)
      const deleted = { item: recorded, ...author }
      bin.set(item.id, deleted)
      return deleted
    },
    restore({ item }, author) {
      const links = item.links.filter(({ target }) => typeof target !== 'number' || latest(target) !== undefined)
      const back = revise(item, { links, fields: new Map([['System.IsDeleted', undefined]]) }, author)
      const former = (id: number) => log.updates(id).findLast(({ after }) => after.links.some(isLinkTo(item.id)))?.after
      const ends = otherEnds(back, (end) => [...end.links, ...(former(end.id)?.links.filter(isLinkTo(item.id)) ?? [])])
      bin.delete(item.id)
      const [recorded = back] = record([back, ...ends], author)
      return recorded
    },
    destroy(id) {
      bin.delete(id)
      destroyed.add(id)
    },
  }
}
