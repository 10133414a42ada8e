import 'server-only'
import type { Level } from './model'
import type { Random } from './random'

/** Under which levels an item is put, and how often under none. */
const parents: Record<Level, { readonly levels: readonly Level[]; readonly orphans: number }> = {
  epic: { levels: [], orphans: 1 },
  feature: { levels: ['epic'], orphans: 0.05 },
  requirement: { levels: ['feature', 'epic'], orphans: 0.12 },
  task: { levels: ['requirement', 'requirement', 'requirement', 'bug'], orphans: 0.06 },
  bug: { levels: ['feature', 'requirement'], orphans: 0.6 },
  issue: { levels: [], orphans: 1 },
}

const tries = 5

/**
 * The latest items of a project by level: those to which somebody may still add.
 * @param kept How many of each level
 * @param isOpen Whether somebody may add to the item at that position in the calendar
 */
export function createBacklog(kept: number, isOpen: (id: number, at: number) => boolean) {
  const byLevel = new Map<Level, { readonly ids: number[]; oldest: number }>()

  function pickOpen(level: Level, at: number, random: Random): number | undefined {
    const { ids } = byLevel.get(level) ?? { ids: [] }
    for (let left = Math.min(tries, ids.length); left > 0; left -= 1) {
      const id = random.pick(ids)
      if (isOpen(id, at)) return id
    }
    return undefined
  }

  return {
    has: (level: Level): boolean => byLevel.has(level),

    pickOpen,

    /** A parent for a new item of that level, unless it stands alone. */
    pickParent(level: Level, at: number, random: Random): number | undefined {
      const { levels, orphans } = parents[level]
      if (levels.length === 0 || random.chance(orphans)) return undefined
      for (const other of [random.pick(levels), ...levels]) {
        const id = pickOpen(other, at, random)
        if (id !== undefined) return id
      }
      return undefined
    },

    add(level: Level, id: number): void {
      const list = byLevel.get(level) ?? { ids: [], oldest: 0 }
      byLevel.set(level, list)
      list.ids[list.oldest] = id
      list.oldest = (list.oldest + 1) % kept
    },
  }
}
