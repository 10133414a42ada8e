import 'server-only'
import type { Link } from '../../../seed/model'
import type { Answer } from '../../protocol/answer'
import type { Call } from '../../protocol/call'
import type { Update } from '../../store/change-log'
import type { WorkItems } from '../../store/work-items'
import { workItemUnknown } from '../errors'
import { endOfTime } from '../fields/fields'
import { dateText, type Renderer } from '../render'
import { updateUnknown } from './errors'
import { fieldChangesWriter } from './field-changes'
import { linkChanges } from './link-changes'
import { idIn, pageOf } from './page'
import { changesRev, withRevisedDate } from './revised-date'

/** The steps of an item's history; there is none without any. */
function updatesOf({ store, parameters: [id = ''] }: Call): readonly Update[] {
  const updates = store.workItems.updates(idIn(id))
  if (updates.length === 0) throw workItemUnknown(idIn(id))
  return updates
}

/** An update of fields ends when the next one begins; one that changed only links ended when it was made. */
const revisedDate = (update: Update, { revisedAt }: WorkItems): number =>
  changesRev(update) ? (revisedAt(update.after.id, update.after.rev) ?? endOfTime) : update.at

function updateLinksJson(item: string, id: number): string {
  const links = {
    self: { href: `${item}/updates/${id}` },
    workItemUpdates: { href: `${item}/updates` },
    parent: { href: item },
  }
  return `,"_links":${JSON.stringify(links)}`
}

/** Histories of work items by their updates: what changed, from what to what. */
export function updateHandlers(renderer: Renderer) {
  const fieldChanges = fieldChangesWriter(renderer)

  function relationsJson({ before, after }: Update): string {
    const lists = Object.entries(linkChanges(before?.links ?? [], after.links)).flatMap(
      ([name, links]: [string, readonly Link[]]) => {
        const relations = links.map((link) => renderer.relationJson(link, after))
        return relations.length === 0 ? [] : [`"${name}":[${relations.join()}]`]
      },
    )
    return lists.length === 0 ? '' : `,"relations":{${lists.join()}}`
  }

  function fieldsJson({ before, after }: Update, workItems: WorkItems): string {
    const former = before && withRevisedDate(before, workItems)
    return `,"fields":${fieldChanges(former, withRevisedDate(after, workItems))}`
  }

  function updateJson(update: Update, workItems: WorkItems, url: string, links = ''): string {
    const { id, after, by } = update
    const revised = dateText(revisedDate(update, workItems))
    const who = `"revisedBy":${renderer.revisedByJson(by)},"revisedDate":"${revised}"`
    const fields = changesRev(update) ? fieldsJson(update, workItems) : ''
    const head = `"id":${id},"workItemId":${after.id},"rev":${after.rev},${who}`
    return `{${head}${fields}${relationsJson(update)}${links},"url":"${url}/updates/${id}"}`
  }

  return {
    listUpdates(call: Call): Answer {
      const { workItems } = call.store
      const rows = pageOf(updatesOf(call), call.query).map((update) =>
        updateJson(update, workItems, renderer.workItemUrl(update.after)),
      )
      return { json: `{"count":${rows.length},"value":[${rows.join()}]}` }
    },

    getUpdate(call: Call): Answer {
      const number = idIn(call.parameters[1] ?? '')
      const update = updatesOf(call)[number - 1]
      if (!update) throw updateUnknown(idIn(call.parameters[0] ?? ''), number)
      const url = renderer.workItemUrl(update.after)
      return { json: updateJson(update, call.store.workItems, url, updateLinksJson(url, number)) }
    },
  }
}
