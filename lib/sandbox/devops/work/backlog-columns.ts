import 'server-only'
import type { Store } from '../store/index'
import { findField } from '../wit/fields/fields'
import type { BacklogLevel, BacklogType } from './backlog-levels'

const common = 'Microsoft.VSTS.Common.'
const scheduling = 'Microsoft.VSTS.Scheduling.'

/** Fields with the widths of their columns. */
const columns: Readonly<Record<BacklogType, readonly (readonly [referenceName: string, width: number])[]>> = {
  portfolio: [
    ['System.WorkItemType', 100],
    ['System.Title', 400],
    ['System.State', 100],
    [`${scheduling}Effort`, 50],
    [`${common}BusinessValue`, 50],
    [`${common}ValueArea`, 100],
    ['System.Tags', 200],
  ],
  requirement: [
    ['System.WorkItemType', 100],
    ['System.Title', 400],
    ['System.State', 100],
    [`${scheduling}StoryPoints`, 50],
    [`${scheduling}Effort`, 50],
    [`${common}ValueArea`, 100],
    ['System.IterationPath', 200],
    ['System.Tags', 200],
  ],
  task: [
    ['System.Title', 400],
    ['System.State', 100],
    ['System.AssignedTo', 100],
    [`${scheduling}RemainingWork`, 50],
  ],
}

export function fieldReference(referenceName: string, { url }: Store) {
  const name = findField(referenceName)?.name ?? referenceName
  return { referenceName, name, url: `${url}/_apis/wit/fields/${referenceName}` }
}

/** The columns with which a backlog begins: of those that are usual, the ones that its type has fields for. */
export const columnFields = ({ type, types: [first] }: BacklogLevel, store: Store) =>
  columns[type]
    .filter(([referenceName]) => findField(referenceName)?.isCommon || first.fields.has(referenceName))
    .map(([referenceName, width]) => ({ columnFieldReference: fieldReference(referenceName, store), width }))
