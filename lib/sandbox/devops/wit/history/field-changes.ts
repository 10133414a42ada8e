import 'server-only'
import type { WorkItem } from '../../../seed/model'
import type { Field } from '../fields/field'
import { allFields } from '../fields/fields'
import type { Renderer } from '../render'

/**
 * Writes what an update did to each field: `{"System.State":{"oldValue":"New","newValue":"Active"}}`. An empty value is
 * left out. A comment belongs to one revision, so it does not count as removed by the next.
 */
export function fieldChangesWriter({ valueJson }: Renderer) {
  function jsonOf(field: Field, item: WorkItem | undefined): string | undefined {
    const value = item && field.read(item)
    return value === undefined ? undefined : valueJson(field, value)
  }

  function change(field: Field, before: WorkItem | undefined, after: WorkItem): string[] {
    const oldValue = jsonOf(field, before)
    const newValue = jsonOf(field, after)
    if (oldValue === newValue || (field.type === 'history' && newValue === undefined)) return []
    const values = [
      ...(oldValue === undefined ? [] : [`"oldValue":${oldValue}`]),
      ...(newValue === undefined ? [] : [`"newValue":${newValue}`]),
    ]
    return [`"${field.referenceName}":{${values.join()}}`]
  }

  return (before: WorkItem | undefined, after: WorkItem): string =>
    `{${allFields.flatMap((field) => change(field, before, after)).join()}}`
}
