import 'server-only'
import type { Level, Link, WorkItem } from './model'
import type { Random } from './random'
import type { AreaVocabulary } from './vocabulary'

/** An item under which others may be put, as long as it is open. */
export interface Candidate {
  readonly item: WorkItem & { readonly links: Link[] }
  readonly topic: AreaVocabulary
  /** When it was closed, as a position in the calendar; infinite while it is open. */
  readonly until: number
  /** The titles of the items below it, none of them twice. */
  readonly titles: Set<string>
}

/** Under which levels an item is put, and how often under none. */
const parents: Record<Level, { readonly levels: readonly Level[]; readonly orphans: number }> = {
  epic: { levels: [], orphans: 1 },
  feature: { levels: ['epic'], orphans: 0.05 },
  requirement: { levels: ['feature', 'epic'], orphans: 0.12 },
  task: { levels: ['requirement', 'requirement', 'requirement', 'bug'], orphans: 0.06 },
  bug: { levels: ['feature', 'requirement'], orphans: 0.6 },
  issue: { levels: [], orphans: 1 },
}

const kept = 80
const tries = 5

/** The latest items of a project by level: those to which somebody may still add. */
export function createBacklog(random: Random) {
  const byLevel = new Map<Level, Candidate[]>()

  function pickOpen(level: Level, at: number): Candidate | undefined {
    const known = byLevel.get(level) ?? []
    const picked = Array.from({ length: Math.min(tries, known.length) }, () => random.pick(known))
    return picked.find(({ until }) => until > at + 0.5)
  }

  return {
    has: (level: Level): boolean => byLevel.has(level),

    pickOpen,

    /** A parent for a new item of that level, unless it stands alone. */
    pickParent(level: Level, at: number): Candidate | undefined {
      const { levels, orphans } = parents[level]
      if (levels.length === 0 || random.chance(orphans)) return undefined
      const inOrder = [random.pick(levels), ...levels]
      return inOrder.map((other) => pickOpen(other, at)).find((found) => found !== undefined)
    },

    add(level: Level, candidate: Candidate): void {
      byLevel.set(level, [...(byLevel.get(level) ?? []).slice(1 - kept), candidate])
    },
  }
}
