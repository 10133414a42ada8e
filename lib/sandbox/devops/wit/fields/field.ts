import 'server-only'
import type { FieldValue, WorkItem } from '../../../seed/model'

export type FieldType =
  | 'string'
  | 'integer'
  | 'double'
  | 'dateTime'
  | 'boolean'
  | 'plainText'
  | 'html'
  | 'history'
  | 'treePath'

export interface Field {
  readonly referenceName: string
  /** As screens show it. */
  readonly name: string
  readonly type: FieldType
  /** A string that names a person. */
  readonly isIdentity: boolean
  readonly readOnly: boolean
  /** One of the inner ones, which come only with `$expand=all`. */
  readonly isInner: boolean
  /** Every type of work item has it. */
  readonly isCommon: boolean
  /** The field's value; nothing, if it is empty. */
  read(item: WorkItem): FieldValue | undefined
}

type Traits = Partial<Pick<Field, 'readOnly' | 'isInner' | 'isCommon' | 'read'>>

/** A field whose value stands in the item under its reference name, unless `read` says otherwise. */
export const field = (
  referenceName: string,
  name: string,
  type: FieldType | 'identity',
  { readOnly = false, isInner = false, isCommon = false, read }: Traits = {},
): Field => ({
  referenceName,
  name,
  type: type === 'identity' ? 'string' : type,
  isIdentity: type === 'identity',
  readOnly,
  isInner,
  isCommon,
  read: read ?? ((item) => item.field(referenceName)),
})
