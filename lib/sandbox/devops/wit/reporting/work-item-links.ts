import 'server-only'
import type { Link, WorkItem } from '../../../seed/model'
import type { Answer } from '../../protocol/answer'
import type { Call } from '../../protocol/call'
import type { Change } from '../../store/change-log'
import type { WorkItems } from '../../store/work-items'
import { linkChanges } from '../history/link-changes'
import { dateText, type Renderer } from '../render'
import { batchJson, beginningOf, type Scope, tokenOf } from './continuation'
import { listIn } from './filter'

interface Filter extends Scope {
  /** Names of link types without direction, in lower case; all if there are none. */
  readonly linkTypes: ReadonlySet<string>
  /** Names of work item types, in lower case; all if there are none. */
  readonly itemTypes: ReadonlySet<string>
}

/** A link that was made or removed, told once, from the end where it begins. */
interface LinkChange {
  readonly rel: string
  readonly source: WorkItem
  readonly target: WorkItem
  readonly comment: string | undefined
  readonly isActive: boolean
  readonly change: Change
}

/** Unverified. */
const largestPage = 1000
const mostLookedAt = 5_000

const baseOf = (rel: string): string => rel.replace(/-(?:Forward|Reverse)$/, '')

const endOf = (id: number, workItems: WorkItems): WorkItem | undefined =>
  workItems.find(id) ?? workItems.findDeleted(id)?.item

/** What is in the recycle bin has its links still, for the day when it comes back; until then nobody else sees them. */
const linksOf = (item: WorkItem | undefined): readonly Link[] =>
  item === undefined || item.field('System.IsDeleted') === true ? [] : item.links

/**
 * The links that a change made or removed. Both ends of a link change; the younger one tells, because no link is older
 * than that.
 */
function linkChangesOf(change: Change, workItems: WorkItems): LinkChange[] {
  const { before, after } = change
  const { added, removed } = linkChanges(linksOf(before), linksOf(after))

  function told({ rel, target, comment }: Link, isActive: boolean): LinkChange[] {
    const end = typeof target === 'number' && target < after.id ? endOf(target, workItems) : undefined
    if (!end) return []
    const [source, aim] = rel.endsWith('-Reverse') ? [end, after] : [after, end]
    return [{ rel: baseOf(rel), source, target: aim, comment, isActive, change }]
  }

  return [...removed.flatMap((link) => told(link, false)), ...added.flatMap((link) => told(link, true))]
}

function filterIn({ query, project }: Call): Filter {
  const lower = (name: string): Set<string> => new Set(listIn(query, name).map((text) => text.toLowerCase()))
  const linkTypes = new Set([...lower('linkTypes')].map((type) => type.replace(/-(?:forward|reverse)$/, '')))
  const itemTypes = lower('types')
  return { projectId: project?.id, linkTypes, itemTypes, types: new Set([...linkTypes, ...itemTypes]) }
}

function fits({ rel, source, target }: LinkChange, { linkTypes, itemTypes, projectId }: Filter): boolean {
  const ends = [source, target]
  if (linkTypes.size > 0 && !linkTypes.has(rel.toLowerCase())) return false
  if (projectId !== undefined && !ends.some(({ project }) => project.id === projectId)) return false
  return itemTypes.size === 0 || ends.some(({ type }) => itemTypes.has(type.name.toLowerCase()))
}

function readOn(workItems: WorkItems, watermark: number, filter: Filter) {
  const links: LinkChange[] = []
  let last = watermark
  for (const change of workItems.changesSince(watermark)) {
    if (links.length >= largestPage || change.watermark > watermark + mostLookedAt)
      return { links, last, isLast: false }
    last = change.watermark
    links.push(...linkChangesOf(change, workItems).filter((one) => fits(one, filter)))
  }
  return { links, last, isLast: true }
}

/** Bulk reads of links between work items; a removed one comes again and is not active. */
export function workItemLinkHandlers(renderer: Renderer) {
  function linkJson({ rel, source, target, comment, isActive, change }: LinkChange): string {
    const head = { rel, sourceId: source.id, targetId: target.id, changedDate: dateText(change.at) }
    const tail = {
      ...(comment === undefined ? {} : { comment }),
      isActive,
      changedOperation: isActive ? 'create' : 'remove',
      sourceProjectId: source.project.id,
      targetProjectId: target.project.id,
    }
    const changedBy = `"changedBy":${renderer.personJson(change.by)}`
    return `${JSON.stringify(head).slice(0, -1)},${changedBy},${JSON.stringify(tail).slice(1)}`
  }

  return {
    readLinks(call: Call): Answer {
      const filter = filterIn(call)
      const { links, last, isLast } = readOn(call.store.workItems, beginningOf(call, filter), filter)
      const continuationToken = tokenOf([last], filter)
      const rows = links.map(linkJson)
      return { json: batchJson(call, 'workItemLinks', { rows, continuationToken, isLastBatch: isLast }) }
    },
  }
}
