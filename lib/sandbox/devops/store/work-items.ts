import 'server-only'
import type { SeededWorkItems, WorkItem } from '../../seed/model'

/** The organization's work items: those it began with. */
export interface WorkItems {
  /** @param asOf Milliseconds since 1970; an item created later does not exist */
  find(id: number, asOf?: number): WorkItem | undefined
  /** All there are, in the order of their IDs. */
  all(): Iterable<WorkItem>
  /** Every revision, the first one first; none for an unknown ID. */
  revisions(id: number): readonly WorkItem[]
}

export function createWorkItems(seeded: SeededWorkItems): WorkItems {
  return {
    find(id, asOf = Number.POSITIVE_INFINITY) {
      const item = seeded.latest(id)
      return Number(item?.field('System.CreatedDate')) <= asOf ? item : undefined
    },
    *all() {
      for (let id = 1; id <= seeded.count; id += 1) {
        const item = seeded.latest(id)
        if (item) yield item
      }
    },
    revisions: (id) => seeded.revisions(id),
  }
}
