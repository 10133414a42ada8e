import 'server-only'
import type { WorkItem } from '../../../seed/model'
import type { Answer } from '../../protocol/answer'
import type { Call } from '../../protocol/call'
import type { Change } from '../../store/change-log'
import type { WorkItems } from '../../store/work-items'
import { changesRev, withRevisedDate } from '../history/revised-date'
import type { Renderer } from '../render'
import { batchJson, beginningOf, tokenOf } from './continuation'
import { type Filter, filterInBody, filterInQuery } from './filter'
import { revisionWriter } from './revision-writer'

/** So many changes are looked at for one page, however few of them fit: a page may be empty and not the last. */
const mostLookedAt = 20_000

/** Whether a change is a revision that the filter lets through; what is known of the change alone is asked first. */
function fits(change: Change, filter: Filter, workItems: WorkItems): boolean {
  const { after } = change
  if (!changesRev(change)) return false
  if (filter.projectId !== undefined && after.project.id !== filter.projectId) return false
  if (filter.types.size > 0 && !filter.types.has(after.type.name.toLowerCase())) return false
  if (filter.includeDiscussionChangesOnly && after.field('System.History') === undefined) return false
  const latest = workItems.find(after.id) ?? (filter.includeDeleted ? workItems.findDeleted(after.id)?.item : undefined)
  return latest !== undefined && (!filter.includeLatestOnly || latest.rev === after.rev)
}

interface Page {
  readonly items: readonly WorkItem[]
  /** The last change that was looked at, whether or not it fits. */
  readonly last: Change | undefined
  readonly isLast: boolean
}

/** Reads on behind a watermark, in the order in which the revisions came about. */
function readOn(workItems: WorkItems, watermark: number, filter: Filter): Page {
  const items: WorkItem[] = []
  let last: Change | undefined
  for (const change of workItems.changesSince(watermark)) {
    if (items.length === filter.pageSize || change.watermark > watermark + mostLookedAt) {
      return { items, last, isLast: false }
    }
    last = change
    if (fits(change, filter, workItems)) items.push(change.after)
  }
  return { items, last, isLast: true }
}

/** Bulk reads of revisions, which go on where they ended last time. */
export function workItemRevisionHandlers(renderer: Renderer) {
  function report(call: Call, filter: Filter, resource = 'workItemRevisions'): Answer {
    const { workItems } = call.store
    const watermark = beginningOf(call, filter)
    const { items, last, isLast } = readOn(workItems, watermark, filter)
    const needsDate = filter.fields.some(({ referenceName }) => referenceName === 'System.RevisedDate')
    const write = revisionWriter(renderer, call.store.tags, filter)
    const dated = (item: WorkItem): WorkItem => (needsDate ? withRevisedDate(item, workItems) : item)
    const position = last ? [last.watermark, last.after.id, last.after.rev] : [watermark, 0, 0]
    const continuationToken = tokenOf(position, filter)
    const rows = items.map((item) => write(dated(item)))
    return { json: batchJson(call, resource, { rows, continuationToken, isLastBatch: isLast }) }
  }

  return {
    readRevisions: (call: Call): Answer => report(call, filterInQuery(call)),
    /** Only the revisions that brought a comment. */
    readDiscussions(call: Call): Answer {
      const filter = { ...filterInQuery(call), includeDiscussionChangesOnly: true }
      return report(call, filter, 'workItemRevisions/discussions')
    },
    queryRevisions: async (call: Call): Promise<Answer> => report(call, await filterInBody(call)),
  }
}
