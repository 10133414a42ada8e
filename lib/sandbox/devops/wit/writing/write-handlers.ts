import 'server-only'
import type { Project, WorkItem, WorkItemType } from '../../../seed/model'
import type { Answer } from '../../protocol/answer'
import { type Call, projectOf } from '../../protocol/call'
import { workItemUnknown } from '../errors'
import { allFields, plainFields } from '../fields/fields'
import type { Renderer } from '../render'
import { wholeItemWriter } from '../whole-item'
import { findType } from '../work-item-types'
import { expansionOf, idOf } from '../work-items'
import type { Writing } from './draft'
import { operationsIn } from './operations'
import { type Outcome, patchItem, patchNewItem } from './patch'
import { authorOf } from './people'
import { requireBypass, requireWrite } from './permissions'
import type { RealId } from './relation-patch'
import { templateJson } from './template'

/** One write of a batch knows the items that those before it created. */
export interface Batch {
  readonly realId: RealId
  /** @param temporary What the batch calls the item, if it does */
  created(item: WorkItem, temporary: number | undefined): void
}

const alone: Batch = { realId: (id) => id, created: () => undefined }

const isTrue = (query: URLSearchParams, name: string): boolean => query.get(name)?.toLowerCase() === 'true'

/** @throws TF401322 */
function writingOf(call: Call, project: Project): Writing {
  const bypassesRules = isTrue(call.query, 'bypassRules')
  if (bypassesRules) requireBypass(call, project)
  return { store: call.store, author: authorOf(call), bypassesRules }
}

/**
 * @returns the item as it has been saved, or would be
 * @throws TF237111
 */
function save({ item, changed }: Outcome, { store, author }: Writing, call: Call): WorkItem {
  requireWrite(call, item)
  if (isTrue(call.query, 'validateOnly')) return item
  const [saved = item] = store.workItems.record(changed, author)
  return saved
}

/** Where the ID of an item would stand, a new one has its type. */
function newItemOf(call: Call): { readonly project: Project; readonly type: WorkItemType } {
  const project = projectOf(call)
  return { project, type: findType(project, call.parameters[0] ?? '') }
}

/** Creates and updates work items. Both answer 200 with the whole item, its relations included. */
export function writeHandlers(renderer: Renderer) {
  function told(item: WorkItem, { query }: Call): Answer {
    const expansion = expansionOf(query.get('$expand'))
    const fields = expansion === 'all' || expansion === 'fields' ? allFields : plainFields
    return { json: wholeItemWriter(renderer, fields, true)(item) }
  }

  /** To validate a new item gives it no ID but -1 (unverified). */
  async function create(call: Call, batch: Batch = alone): Promise<Answer> {
    const { request, store, query } = call
    const { project, type } = newItemOf(call)
    const operations = await operationsIn(request)
    const writing = writingOf(call, project)
    const id = isTrue(query, 'validateOnly') ? -1 : store.workItems.nextId()
    const outcome = patchNewItem({ id, project, type }, operations, writing, batch.realId)
    const item = save(outcome, writing, call)
    const temporary = operations.find(({ segments }) => segments[0] === 'id')?.value
    batch.created(item, temporary === undefined ? undefined : Number(temporary))
    return told(item, call)
  }

  async function update(call: Call, batch: Batch = alone): Promise<Answer> {
    const { parameters, request, store } = call
    const id = idOf(parameters[0])
    const operations = await operationsIn(request)
    const before = store.workItems.find(id)
    if (!before) throw workItemUnknown(id)
    requireWrite(call, before)
    const writing = writingOf(call, before.project)
    const outcome = patchItem(before, operations, writing, batch.realId)
    const item = save(outcome, writing, call)
    const isRevision = item.rev !== before.rev
    return told(isRevision && isTrue(call.query, 'validateOnly') ? { ...item, rev: before.rev } : item, call)
  }

  function template(call: Call): Answer {
    const { project, type } = newItemOf(call)
    return { json: templateJson(type, project, writingOf(call, project), renderer) }
  }

  return { create, update, template }
}

export type WriteHandlers = ReturnType<typeof writeHandlers>
