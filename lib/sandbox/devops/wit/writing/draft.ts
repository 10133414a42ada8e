import 'server-only'
import type { FieldValue, Iteration, Project, TreeNode, WorkItem, WorkItemType } from '../../../seed/model'
import type { Store } from '../../store/index'
import type { Author } from '../../store/revision'
import { fieldByReferenceName } from '../fields/fields'
import type { Violation } from './violations'

/** What every step of a write has to know. */
export interface Writing {
  readonly store: Store
  readonly author: Author
  /** Whether any value goes (`bypassRules=true`). */
  readonly bypassesRules: boolean
}

/** A work item as it is going to be. */
export interface Draft {
  /** As messages name it; a new item is -1 in them. */
  readonly id: number
  /** Nothing for a new item. */
  readonly before: WorkItem | undefined
  project: Project
  type: WorkItemType
  area: TreeNode
  iteration: Iteration
  /** What has been set so far, by reference name; `undefined` empties a field. */
  readonly fields: Map<string, FieldValue | undefined>
  readonly violations: Violation[]
}

/** A new item at its project's roots. */
export function emptyDraft(project: Project, type: WorkItemType): Draft {
  const { areas, iterations } = project
  const place = { project, type, area: areas[0], iteration: iterations[0] }
  return { id: -1, before: undefined, ...place, fields: new Map(), violations: [] }
}

/** A field of an item as readers see it. */
export const readField = (item: WorkItem | undefined, referenceName: string): FieldValue | undefined =>
  item && fieldByReferenceName(referenceName)?.read(item)

export const currentValue = ({ fields, before }: Draft, referenceName: string): FieldValue | undefined =>
  fields.has(referenceName) ? fields.get(referenceName) : readField(before, referenceName)
