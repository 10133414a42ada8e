import 'server-only'
import type { WorkItem } from '../../../seed/model'
import type { Store } from '../../store/index'
import type { DeletedWorkItem } from '../../store/work-items'
import { plainFields } from '../fields/fields'
import { nameAndAddress, type Renderer } from '../render'

/** As the service writes it here and nowhere else: `1/10/2025 12:13:35 PM`. */
function americanDate(instant: number): string {
  const date = new Date(instant)
  const [hours, ...others] = [date.getUTCHours(), date.getUTCMinutes(), date.getUTCSeconds()]
  const clock = [hours % 12 || 12, ...others.map((part) => String(part).padStart(2, '0'))].join(':')
  const day = `${date.getUTCMonth() + 1}/${date.getUTCDate()}/${date.getUTCFullYear()}`
  return `${day} ${clock} ${hours < 12 ? 'AM' : 'PM'}`
}

export const binUrl = ({ url }: Store, { id, project }: WorkItem): string =>
  `${url}/${project.id}/_apis/wit/recyclebin/${id}`

/** Writes items that lie in the recycle bin or have just left it. People are texts here, at every version. */
export function deletedItemWriter(renderer: Renderer, store: Store) {
  const fieldsJson = renderer.fieldsWriter(plainFields, (person) => JSON.stringify(nameAndAddress(person)))

  function resourceJson(item: WorkItem, url: string): string {
    const base = `${renderer.projectUrl(item)}/_apis/wit`
    const links = {
      self: { href: url },
      workItemType: { href: `${base}/workItemTypes/${encodeURIComponent(item.type.name)}` },
      fields: { href: `${base}/fields` },
    }
    const head = `"id":${item.id},"rev":${item.rev},"fields":${fieldsJson(item)}`
    return `{${head},"_links":${JSON.stringify(links)},"url":"${url}"}`
  }

  function told({ item, by, at }: DeletedWorkItem, url: string, resource: string): string {
    const about = {
      id: item.id,
      type: item.type.name,
      name: item.field('System.Title'),
      project: item.project.name,
      deletedDate: americanDate(at),
      deletedBy: nameAndAddress(by),
      code: 200,
      url,
    }
    return `${JSON.stringify(about).slice(0, -1)}${resource}}`
  }

  return {
    /** With its fields. */
    inBin(deleted: DeletedWorkItem): string {
      const url = binUrl(store, deleted.item)
      return told(deleted, url, `,"resource":${resourceJson(deleted.item, url)}`)
    },

    /** Without its fields, as lists have it. */
    briefly: (deleted: DeletedWorkItem): string => told(deleted, binUrl(store, deleted.item), ''),

    /** @param item What came of it */
    restored(deleted: DeletedWorkItem, item: WorkItem): string {
      const url = renderer.workItemUrl(item)
      return told(deleted, url, `,"resource":${resourceJson(item, url)}`)
    },
  }
}
