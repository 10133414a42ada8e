import 'server-only'
import type { WorkItem } from '../../../seed/model'
import { type Tags, tagNames } from '../../store/tags'
import type { Field } from '../fields/field'
import { nameAndAddress, type Renderer } from '../render'
import type { Filter } from './filter'

/** Writes a revision as reports have it: people are text unless references are asked for. */
export function revisionWriter({ valueJson }: Renderer, tags: Tags, filter: Filter): (item: WorkItem) => string {
  const { fields, includeIdentityRef, includeTagRef } = filter

  /** Tags as references instead of text; their shape is unverified. */
  const tagReferences = ({ project }: WorkItem, text: string) =>
    tagNames(text).map((name) => ({ id: tags.idOf(project, name), name }))

  function jsonOf(field: Field, item: WorkItem): string | undefined {
    const value = field.read(item)
    if (value === undefined) return undefined
    if (typeof value === 'object' && !includeIdentityRef) return JSON.stringify(nameAndAddress(value))
    if (field.referenceName === 'System.Tags' && includeTagRef) {
      return JSON.stringify(tagReferences(item, String(value)))
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
