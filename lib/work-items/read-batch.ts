import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { Endpoints } from '#lib/platform/azure-devops/endpoints'
import { fieldValuesOf } from './field-value'
import type { ReadBatchInput, WorkItemBatch } from './schema'

/**
 * Reads up to 200 work items in the order asked for. Items that are gone or may not be read are named in `missing`.
 * @throws role_insufficient, TF51535 for an unknown field
 */
export async function readWorkItemBatch(
  endpoints: Endpoints,
  member: Member,
  { ids, fields, asOf }: ReadBatchInput,
  signal?: AbortSignal,
): Promise<WorkItemBatch> {
  requireRole(member, 'viewer')
  const items = await endpoints.getWorkItemsBatch({
    ids,
    fields,
    asOf,
    signal,
  })
  const found = new Set(items.map((item) => item.id))
  return {
    rows: items.map((item) => ({ id: item.id, fields: fieldValuesOf(item.fields) })),
    missing: ids.filter((id) => !found.has(id)),
  }
}
