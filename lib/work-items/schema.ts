import { z } from 'zod'

const connectionId = z.uuid('Choose a connection')

/** Azure DevOps reads at most this many work items in one request. */
export const batchSize = 200

export const searchInput = z.object({
  connectionId,
  /** Runs the query under this project, which gives `@project` its value. It does not filter by itself. */
  project: z.string().trim().max(64).optional(),
  wiql: z.string().trim().min(1, 'Write a query').max(32_000, 'A query has at most 32,000 characters'),
})
export type SearchInput = z.infer<typeof searchInput>

export interface Column {
  readonly referenceName: string
  readonly name: string
}

/** The complete answer to a query: every matching ID in order, and the columns that were selected. */
export interface SearchResult {
  readonly ids: readonly number[]
  readonly columns: readonly Column[]
  /** The instant at which Azure DevOps evaluated the query, ISO 8601. */
  readonly asOf: string
}

export const readBatchInput = z.object({
  connectionId,
  ids: z.array(z.number().int().positive()).min(1).max(batchSize),
  fields: z.array(z.string().min(1).max(128)).min(1).max(50),
  asOf: z.iso.datetime().optional(),
})
export type ReadBatchInput = z.infer<typeof readBatchInput>

/** A field's value as text, number, boolean or person; an empty field has none. */
export type FieldValue = string | number | boolean | { readonly displayName: string; readonly uniqueName?: string }

export interface WorkItemRow {
  readonly id: number
  readonly fields: Readonly<Record<string, FieldValue>>
}

/** `missing` are IDs that were deleted or may not be read; they are said, not swallowed. */
export interface WorkItemBatch {
  readonly rows: readonly WorkItemRow[]
  readonly missing: readonly number[]
}

export interface WorkItemRelation {
  /** For example “Parent”. */
  readonly name: string
  readonly url: string
  /** The work item at the other end, when it is one. */
  readonly workItemId?: number
  readonly comment?: string
}

export interface WorkItemDetail {
  readonly id: number
  readonly rev: number
  readonly type: string
  readonly title: string
  readonly state: string
  readonly project: string
  /** Sanitised HTML fields by friendly name (Description, Acceptance Criteria, …). */
  readonly html: Readonly<Record<string, string>>
  readonly fields: readonly { readonly referenceName: string; readonly name: string; readonly value: FieldValue }[]
  readonly relations: readonly WorkItemRelation[]
  /** The item's page in Azure DevOps. */
  readonly webUrl: string
}

export interface Project {
  readonly id: string
  readonly name: string
}

export const starterQuery = `SELECT [System.Id], [System.WorkItemType], [System.Title], [System.State], [System.AssignedTo], [System.ChangedDate]
FROM WorkItems
WHERE [System.TeamProject] = @project
ORDER BY [System.ChangedDate] DESC`
