import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { Endpoints, WorkItem } from '#lib/platform/azure-devops/endpoints'
import { fieldValueOf } from './field-value'
import { sanitizeRichText } from './sanitize'
import type { WorkItemDetail, WorkItemRelation } from './schema'

type FieldDefinition = Awaited<ReturnType<Endpoints['getFields']>>[number]

const richTypes = new Set(['html', 'history'])

/** A field whose definition is not readable is shown under its reference name. */
const nameOf = (definitions: Map<string, FieldDefinition>, referenceName: string) =>
  definitions.get(referenceName)?.name ?? referenceName

const text = (item: WorkItem, referenceName: string) => String(item.fields[referenceName] ?? '')

function relationOf({ rel, url, attributes }: NonNullable<WorkItem['relations']>[number]): WorkItemRelation {
  const id = /\/workitems\/(\d+)$/i.exec(url)?.[1]
  const { name, comment } = attributes ?? {}
  return {
    name: name ?? rel,
    url,
    ...(id ? { workItemId: Number(id) } : {}),
    ...(comment ? { comment } : {}),
  }
}

/** What the service keeps for itself: IDs and levels repeat the paths, counts repeat the relations. */
const bookkeeping =
  /^System[.](?:Area(?:Id|Level\d)|Iteration(?:Id|Level\d)|NodeName|Authorized(?:As|Date)|RevisedDate|PersonId|Watermark|\w+LinkCount|AttachedFileCount)$/

function plainFields(item: WorkItem, definitions: Map<string, FieldDefinition>): WorkItemDetail['fields'] {
  return Object.entries(item.fields).flatMap(([referenceName, raw]) => {
    const value = fieldValueOf(raw)
    if (value === undefined || bookkeeping.test(referenceName)) return []
    if (richTypes.has(definitions.get(referenceName)?.type ?? '')) return []
    return [{ referenceName, name: nameOf(definitions, referenceName), value }]
  })
}

function richFields(item: WorkItem, definitions: Map<string, FieldDefinition>): WorkItemDetail['html'] {
  const entries = Object.entries(item.fields).flatMap(([referenceName, raw]) =>
    typeof raw === 'string' && richTypes.has(definitions.get(referenceName)?.type ?? '')
      ? [[nameOf(definitions, referenceName), sanitizeRichText(raw)] as const]
      : [],
  )
  return Object.fromEntries(entries)
}

const webUrlOf = (organization: string, item: WorkItem) =>
  `https://dev.azure.com/${organization}/${encodeURIComponent(text(item, 'System.TeamProject'))}/_workitems/edit/${item.id}`

/**
 * One work item with all its fields and relations; rich text is sanitised.
 * @throws role_insufficient, TF401232 when it does not exist or may not be read
 */
export async function getWorkItem(
  { endpoints, organization }: { readonly endpoints: Endpoints; readonly organization: string },
  member: Member,
  id: number,
  signal?: AbortSignal,
): Promise<WorkItemDetail> {
  requireRole(member, 'viewer')
  const options = { signal }
  const [item, fields] = await Promise.all([endpoints.getWorkItem({ id, ...options }), endpoints.getFields(options)])
  const definitions = new Map(fields.map((field) => [field.referenceName, field]))
  return {
    id: item.id,
    rev: item.rev,
    type: text(item, 'System.WorkItemType'),
    title: text(item, 'System.Title'),
    state: text(item, 'System.State'),
    project: text(item, 'System.TeamProject'),
    html: richFields(item, definitions),
    fields: plainFields(item, definitions),
    relations: (item.relations ?? []).map(relationOf),
    webUrl: webUrlOf(organization, item),
  }
}
