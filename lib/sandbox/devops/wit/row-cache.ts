import 'server-only'
import type { WorkItem } from '../../seed/model'

/** Enough for two readers that ask for different fields; each costs about a kilobyte for every item read. */
const listsKept = 2

/**
 * Remembers items as they were written for a list of fields, as bytes ready to be sent: who reads twenty thousand of
 * them should measure his own speed, not ours. An item is never changed but replaced, so nothing has to be forgotten.
 */
export function createRowCache() {
  const byList = new Map<string, WeakMap<WorkItem, Buffer>>()

  function rowsOf(list: string): WeakMap<WorkItem, Buffer> {
    const rows = byList.get(list) ?? new WeakMap<WorkItem, Buffer>()
    byList.delete(list)
    byList.set(list, rows)
    const [oldest] = byList.keys()
    if (byList.size > listsKept && oldest !== undefined) byList.delete(oldest)
    return rows
  }

  /** @param list What all items written by `write` have in common */
  return (list: string, write: (item: WorkItem) => string): ((item: WorkItem) => Buffer) => {
    const rows = rowsOf(list)
    return (item) => {
      const known = rows.get(item)
      if (known) return known
      const row = Buffer.from(write(item))
      rows.set(item, row)
      return row
    }
  }
}
