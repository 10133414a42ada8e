import 'server-only'
import type { WorkItem } from '../../seed/model'
import type { Placement } from './placement'
import type { WorkItems } from './work-items'

/** The work items as everybody sees them: with their project, area and iteration as these are now. */
export function placedWorkItems(items: WorkItems, { place }: Placement): WorkItems {
  const placed = (item: WorkItem | undefined): WorkItem | undefined => item && place(item)
  const placedAll = (list: readonly WorkItem[]): WorkItem[] => list.flatMap((item) => place(item) ?? [])

  function step<Step extends { readonly before: WorkItem | undefined; readonly after: WorkItem }>(one: Step): Step[] {
    const after = place(one.after)
    return after ? [{ ...one, before: placed(one.before), after }] : []
  }

  function deletion<Deletion extends { readonly item: WorkItem }>(one: Deletion): Deletion[] {
    const item = place(one.item)
    return item ? [{ ...one, item }] : []
  }

  return {
    ...items,
    get watermark() {
      return items.watermark
    },
    *changesSince(watermark) {
      for (const change of items.changesSince(watermark)) yield* step(change)
    },
    find: (id, asOf) => placed(items.find(id, asOf)),
    *all() {
      for (const item of items.all()) {
        const now = place(item)
        if (now) yield now
      }
    },
    revisions: (id) => placedAll(items.revisions(id)),
    updates: (id) => items.updates(id).flatMap(step),
    *deleted() {
      for (const one of items.deleted()) yield* deletion(one)
    },
    findDeleted(id) {
      const one = items.findDeleted(id)
      return one && deletion(one)[0]
    },
  }
}
