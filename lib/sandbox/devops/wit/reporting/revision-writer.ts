import 'server-only'
import type { WorkItem } from '../../../seed/model'
import type { Field } from '../fields/field'
import { nameAndAddress, type Renderer } from '../render'
import { tagReferences } from '../tags/tag'
import type { Filter } from './filter'

/** Writes a revision as reports have it: people are text unless references are asked for. */
export function revisionWriter({ valueJson }: Renderer, filter: Filter): (item: WorkItem) => string {
  const { fields, includeIdentityRef, includeTagRef } = filter

  function jsonOf(field: Field, item: WorkItem): string | undefined {
    const value = field.read(item)
    if (value === undefined) return undefined
    if (typeof value === 'object' && !includeIdentityRef) return JSON.stringify(nameAndAddress(value))
    if (field.referenceName === 'System.Tags' && includeTagRef) {
      return JSON.stringify(tagReferences(item.project, String(value)))
    }
    return valueJson(field, value)
  }

  return (item) => {
    const members = fields.flatMap((field) => {
      const json = jsonOf(field, item)
      return json === undefined ? [] : [`"${field.referenceName}":${json}`]
    })
    return `{"id":${item.id},"rev":${item.rev},"fields":{${members.join()}}}`
  }
}
