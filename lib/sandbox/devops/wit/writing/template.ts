import 'server-only'
import type { Project, WorkItemType } from '../../../seed/model'
import { originate } from '../../store/revision'
import { plainFields } from '../fields/fields'
import type { Renderer } from '../render'
import { fillIn } from './apply-rules'
import { emptyDraft, type Writing } from './draft'

/** Before anything happened; the earliest instant that the service's database can tell. */
const never = Date.UTC(1753, 0, 1)

/** What an item has only when it has been created. */
const ofCreatedItems = new Set(['System.CreatedDate', 'System.ChangedDate', 'System.CommentCount'])
const fields = plainFields.filter(({ referenceName }) => !ofCreatedItems.has(referenceName))

/** A new item of the type as a form would show it: with its defaults, without ID and revision. */
export function templateJson(type: WorkItemType, project: Project, { author }: Writing, renderer: Renderer): string {
  const draft = emptyDraft(project, type)
  fillIn(draft)
  draft.fields.set('Microsoft.VSTS.Common.StateChangeDate', never)
  const { area, iteration } = draft
  const item = originate({ id: -1, project, type, area, iteration, fields: draft.fields }, author)
  const wit = `${renderer.projectUrl(item)}/_apis/wit`
  const links = {
    workItemType: { href: `${wit}/workItemTypes/${encodeURIComponent(type.name)}` },
    fields: { href: `${wit}/fields` },
  }
  const written = renderer.fieldsWriter(fields)(item)
  return `{"fields":${written},"_links":${JSON.stringify(links)},"url":"${wit}/workItems"}`
}
