import 'server-only'
import { type Answer, answerList, noContent } from '../../protocol/answer'
import { bodyOf, type Call } from '../../protocol/call'
import { argumentRefused } from '../../protocol/errors'
import type { DeletedWorkItem } from '../../store/work-items'
import { workItemUnknown } from '../errors'
import type { Renderer } from '../render'
import { idOf } from '../work-items'
import { binUrl, deletedItemWriter } from './deleted-item'
import { authorOf } from './people'
import { requireDelete } from './permissions'

function findDeleted({ store }: Call, id: number): DeletedWorkItem {
  const deleted = store.workItems.findDeleted(id)
  if (!deleted) throw workItemUnknown(id)
  return deleted
}

const isTrue = (value: unknown): boolean => String(value).toLowerCase() === 'true'

/** Deleting work items, and what becomes of them in the recycle bin. */
export function recycleBinHandlers(renderer: Renderer) {
  const writerFor = ({ store }: Call) => deletedItemWriter(renderer, store)

  function remove(call: Call, id: number, destroys: boolean): string {
    const { workItems } = call.store
    const item = workItems.find(id)
    if (!item) throw workItemUnknown(id)
    requireDelete(call, item, destroys)
    const deleted = workItems.remove(item, authorOf(call))
    if (destroys) workItems.destroy(id)
    return writerFor(call).inBin(deleted)
  }

  const inProject = ({ project }: Call, { item }: DeletedWorkItem): boolean =>
    !project || item.project.id === project.id

  return {
    /** 200 with the item as it lies in the bin (recorded); what `destroy=true` answers is unverified. */
    remove(call: Call): Answer {
      const destroys = isTrue(call.query.get('destroy'))
      const json = remove(call, idOf(call.parameters[0]), destroys)
      return destroys ? noContent : { json }
    },

    /** The answer's shape is that of the document; its example shows 204. */
    async removeMany(call: Call): Promise<Answer> {
      const { ids, destroy } = await bodyOf(call.request)
      if (!Array.isArray(ids)) throw argumentRefused('Value cannot be null.\r\nParameter name: ids')
      const numbers = [...new Set(ids.map(idOf))]
      const missing = numbers.find((id) => !call.store.workItems.find(id))
      if (missing !== undefined) throw workItemUnknown(missing)
      return { json: `{"results":[${numbers.map((id) => remove(call, id, isTrue(destroy))).join()}]}` }
    },

    /** All there are, with their IDs as texts; with `ids=` those, and what is told of a single one but its fields. */
    list(call: Call): Answer {
      const { store, query } = call
      const ids = query.get('ids')?.split(',').map(idOf)
      if (ids) {
        const rows = ids.map((id) => findDeleted(call, id)).map((one) => writerFor(call).briefly(one))
        return { json: `{"count":${rows.length},"value":[${rows.join()}]}` }
      }
      const deleted = [...store.workItems.deleted()].filter((one) => inProject(call, one))
      return answerList(deleted.map(({ item }) => ({ id: String(item.id), url: binUrl(store, item) })))
    },

    get: (call: Call): Answer => ({ json: writerFor(call).inBin(findDeleted(call, idOf(call.parameters[0]))) }),

    async restore(call: Call): Promise<Answer> {
      const { isDeleted } = await bodyOf(call.request)
      if (isDeleted !== false) throw argumentRefused('The property isDeleted must be false.')
      const deleted = findDeleted(call, idOf(call.parameters[0]))
      requireDelete(call, deleted.item, false)
      const item = call.store.workItems.restore(deleted, authorOf(call))
      return { json: writerFor(call).restored(deleted, item) }
    },

    destroy(call: Call): Answer {
      const { item } = findDeleted(call, idOf(call.parameters[0]))
      requireDelete(call, item, true)
      call.store.workItems.destroy(item.id)
      return noContent
    },
  }
}
