import 'server-only'
import type { WorkItem } from '../../seed/model'
import type { WorkItems } from './work-items'

/**
 * The work items as somebody sees them who may not read all. Where an item is now decides over its whole history; of
 * one that is gone, where it was at the end.
 */
export function readableWorkItems(items: WorkItems, isReadable: (item: WorkItem) => boolean): WorkItems {
  const readable = (item: WorkItem | undefined): WorkItem | undefined => (item && isReadable(item) ? item : undefined)
  const find = (id: number): WorkItem | undefined => readable(items.find(id))

  return {
    ...items,
    get watermark() {
      return items.watermark
    },
    *changesSince(watermark) {
      for (const change of items.changesSince(watermark)) {
        if (isReadable(items.find(change.after.id) ?? change.after)) yield change
      }
    },
    find: (id, asOf) => find(id) && items.find(id, asOf),
    *all() {
      for (const item of items.all()) if (isReadable(item)) yield item
    },
    revisions: (id) => (find(id) ? items.revisions(id) : []),
    updates: (id) => (find(id) ? items.updates(id) : []),
    *deleted() {
      for (const one of items.deleted()) if (isReadable(one.item)) yield one
    },
    findDeleted(id) {
      const one = items.findDeleted(id)
      return one && isReadable(one.item) ? one : undefined
    },
  }
}
