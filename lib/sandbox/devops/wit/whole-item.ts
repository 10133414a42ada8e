import 'server-only'
import type { WorkItem } from '../../seed/model'
import type { Field } from './fields/field'
import type { Renderer } from './render'

/** In which format a long text is written is kept beside it, under a name that no field has. */
export const formatName = (referenceName: string): string => `${referenceName} format`

/** Only texts that are not HTML are told of. */
function formatsOf(item: WorkItem, fields: readonly Field[]): Record<string, unknown> {
  const told = fields.filter(({ type }) => type === 'html')
  const formats = told.map(({ referenceName }) => [referenceName, item.field(formatName(referenceName))] as const)
  return Object.fromEntries(formats.filter(([, format]) => format !== undefined))
}

/** Writes single items: they always show their links, and the project's GUID in their addresses. */
export function wholeItemWriter(renderer: Renderer, fields: readonly Field[], showsRelations: boolean) {
  const fieldsJson = renderer.fieldsWriter(fields)
  return (item: WorkItem): string => {
    const relations = showsRelations ? renderer.relationsJson(item) : ''
    const formats = JSON.stringify(formatsOf(item, fields))
    const head = `{"id":${item.id},"rev":${item.rev}${renderer.commentVersionRefJson(item)}`
    const body = `"fields":${fieldsJson(item)},"multilineFieldsFormat":${formats}`
    return `${head},${body}${relations}${renderer.linksJson(item)},"url":"${renderer.workItemUrl(item)}"}`
  }
}
