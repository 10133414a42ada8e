import 'server-only'
import type { SeededWorkItems, WorkItem } from '../../seed/model'
import { type Author, withWatermark } from './revision'

/** A step in the history of an item. If `rev` stayed, it changed nothing but links. */
interface Step extends Author {
  /** Nothing when the item was created. */
  readonly before: WorkItem | undefined
  readonly after: WorkItem
}

export interface Update extends Step {
  /** Counts the updates of the item, from 1. */
  readonly id: number
}

/** A step among those of all items. */
export interface Change extends Step {
  /** Counts the changes in the organization, from 1. */
  readonly watermark: number
}

function authorOf(item: WorkItem): Author {
  const by = item.field('System.ChangedBy')
  if (typeof by !== 'object') throw new TypeError(`Nobody made revision ${item.rev} of work item ${item.id}`)
  return { by, at: Number(item.field('System.ChangedDate')) }
}

const stepOf = (item: WorkItem, before: WorkItem | undefined): Step => ({ before, after: item, ...authorOf(item) })

/** The histories of all items: those that were seeded, and behind them what has been recorded since. */
export function createChangeLog(seeded: SeededWorkItems) {
  const { changes } = seeded
  const recorded: Step[] = []
  const byItem = new Map<number, Step[]>()
  let lastId = seeded.count

  const seededSteps = (id: number): Step[] =>
    id > seeded.count ? [] : seeded.revisions(id).map((item, at, all) => stepOf(item, all[at - 1]))

  const latest = (id: number): WorkItem | undefined =>
    byItem.get(id)?.at(-1)?.after ?? (id >= 1 && id <= seeded.count ? seeded.latest(id) : undefined)

  /** A change of links alone leaves the watermark as it is, as it leaves `rev`. */
  function record(item: WorkItem, author: Author): WorkItem {
    const before = latest(item.id)
    const after = before?.rev === item.rev ? item : withWatermark(item, changes.count + recorded.length + 1)
    const step = { before, after, ...author }
    const steps = byItem.get(item.id) ?? []
    steps.push(step)
    byItem.set(item.id, steps)
    recorded.push(step)
    lastId = Math.max(lastId, item.id)
    return after
  }

  function stepAt(position: number): Step | undefined {
    if (position >= changes.count) return recorded[position - changes.count]
    const seed = changes.at(position)
    if (!seed) return undefined
    const revisions = seeded.revisions(seed.id)
    const at = revisions.findIndex(({ rev }) => rev === seed.rev)
    const item = revisions[at]
    return item && stepOf(item, revisions[at - 1])
  }

  return {
    latest,

    nextId: (): number => lastId + 1,

    updates: (id: number): Update[] =>
      [...seededSteps(id), ...(byItem.get(id) ?? [])].map((step, at) => ({ ...step, id: at + 1 })),

    /** When the revision was followed by the next one (milliseconds since 1970); nothing for the latest. */
    revisedAt(id: number, rev: number): number | undefined {
      const isLater = (item: WorkItem): boolean => item.rev > rev
      const seed = id > seeded.count ? undefined : seeded.revisions(id).find(isLater)
      const next = seed ?? byItem.get(id)?.find(({ after }) => isLater(after))?.after
      return next && Number(next.field('System.ChangedDate'))
    },

    /** @returns the item with its watermark */
    record,

    /** That of the latest change. */
    get watermark(): number {
      return changes.count + recorded.length
    },

    /** The watermark behind which everything is that happened at that instant (milliseconds since 1970) or later. */
    watermarkAt(instant: number): number {
      const first = changes.firstSince(instant)
      if (first < changes.count) return first
      const later = recorded.findIndex(({ at }) => at >= instant)
      return changes.count + (later === -1 ? recorded.length : later)
    },

    /**
     * Everything behind that watermark, in order; changes that are made meanwhile follow. Links that were seeded are
     * with the revisions that had them first.
     */
    *changesSince(watermark: number): Generator<Change> {
      for (let position = watermark; position < changes.count + recorded.length; position += 1) {
        const step = stepAt(position)
        if (step) yield { ...step, watermark: position + 1 }
      }
    },
  }
}
