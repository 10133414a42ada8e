import 'server-only'
import type { FieldValue, Project, TreeNode } from '../../../seed/model'
import { fieldUnknown } from '../errors'
import type { Field } from '../fields/field'
import { findField } from '../fields/fields'
import { findType } from '../work-item-types'
import { currentValue, type Draft, type Writing } from './draft'
import { testFailed, treePathUnknown } from './errors'
import { fieldValue } from './field-values'
import type { Operation } from './operations'
import { findPerson, stranger } from './people'
import { mergedTags, replacedTags } from './tags'
import { isReadOnly, isUnknownIdentity } from './violations'

interface Assignment {
  readonly field: Field
  readonly operation: Operation
  /** As the field holds it; nothing if it is emptied. */
  readonly value: FieldValue | undefined
}

type Assign = (draft: Draft, assignment: Assignment, writing: Writing) => void

const set: Assign = (draft, { field, value }) => void draft.fields.set(field.referenceName, value)

/** @param place The node's path or its ID */
function nodeOf<Node extends TreeNode>(nodes: readonly Node[], place: unknown, { id }: Draft, field: Field): Node {
  const wanted = String(place ?? '')
    .replace(/^\\+|\\+$/g, '')
    .toLowerCase()
  const node = nodes.find((one) => one.path.toLowerCase() === wanted || one.id === place)
  if (!node) throw treePathUnknown(id, field.referenceName)
  return node
}

const placeInAreas: Assign = (draft, { field, value }) => {
  draft.area = nodeOf(draft.project.areas, value, draft, field)
}

const placeInIterations: Assign = (draft, { field, value }) => {
  draft.iteration = nodeOf(draft.project.iterations, value, draft, field)
}

function move(draft: Draft, project: Project): void {
  if (project.id === draft.project.id) return
  draft.project = project
  draft.type = findType(project, draft.type.name)
}

/** Dates that come with a state cannot be changed without it. */
const ofState = /^Microsoft\.VSTS\.Common\.(StateChange|Activated|Resolved|Closed)(Date|By)$/

/** Read-only for everybody but who may turn the rules off. */
const marks = new Set(['System.CreatedBy', 'System.CreatedDate', 'System.ChangedBy', 'System.ChangedDate'])

/** Fields of which setting is more than setting. */
const special: ReadonlyMap<string, Assign> = new Map<string, Assign>([
  ['System.TeamProject', (draft, { value }, { store }) => move(draft, store.findProject(String(value)))],
  [
    'System.WorkItemType',
    (draft, { value }) => {
      draft.type = findType(draft.project, String(value))
    },
  ],
  ['System.AreaPath', placeInAreas],
  ['System.AreaId', placeInAreas],
  ['System.IterationPath', placeInIterations],
  ['System.IterationId', placeInIterations],
  [
    'System.Tags',
    (draft, { field, value = '', operation }) => {
      const before = String(currentValue(draft, field.referenceName) ?? '')
      const tags = operation.op === 'add' ? mergedTags(before, String(value)) : replacedTags(String(value))
      draft.fields.set(field.referenceName, operation.op === 'add' && value === '' ? undefined : tags || undefined)
    },
  ],
  // Accepted and without effect: only a link makes a parent.
  ['System.Parent', () => undefined],
])

function assignPerson(draft: Draft, { field, operation }: Assignment, { store, bypassesRules }: Writing): void {
  const { value } = operation
  const isEmpty = value === null || value === ''
  const person = isEmpty ? undefined : findPerson(value, store)
  const isKnown = isEmpty || person !== undefined
  if (!isKnown && !bypassesRules) draft.violations.push(isUnknownIdentity(field, value))
  draft.fields.set(field.referenceName, isKnown ? person : stranger(String(value)))
}

function isLocked({ referenceName, readOnly }: Field, draft: Draft, { bypassesRules }: Writing): boolean {
  if (bypassesRules && marks.has(referenceName)) return false
  if (ofState.test(referenceName) && !bypassesRules) return !draft.fields.has('System.State')
  return readOnly
}

/** A test of a field; that of the revision among the fields is none (the service's clients test `/rev`). */
function check(draft: Draft, { referenceName }: Field, { path, value }: Operation): void {
  const actual = currentValue(draft, referenceName) ?? null
  const known = typeof actual === 'object' && actual !== null ? actual.uniqueName : actual
  if (referenceName !== 'System.Rev' && known !== value) throw testFailed(path, known, value)
}

function assign(draft: Draft, field: Field, operation: Operation, writing: Writing): void {
  const own = special.get(field.referenceName)
  if (!own && isLocked(field, draft, writing)) {
    draft.violations.push(isReadOnly(field.referenceName))
    return
  }
  const value = field.isIdentity ? undefined : fieldValue(field, operation.value)
  const doAssign = own ?? (field.isIdentity ? assignPerson : set)
  doAssign(draft, { field, operation, value }, writing)
}

/** What others depend on comes first: which states and nodes there are follows from project and type. */
const precedence = ['System.TeamProject', 'System.WorkItemType', 'System.State']

const rankOf = ({ referenceName }: Field): number => (precedence.indexOf(referenceName) + 4) % 4

/**
 * Does what the operations on `/fields/…` say. Which rules that breaks is gathered in the draft.
 * @throws TF51535 for an unknown field, TF401326 and TF401347 for values that cannot be, VS403351 for a failed test
 */
export function assignFields(draft: Draft, operations: readonly Operation[], writing: Writing): void {
  const assignments = operations.map((operation) => {
    const name = operation.segments.slice(1).join('/')
    const field = findField(name)
    if (!field) throw fieldUnknown(name)
    return { field, operation }
  })
  const inOrder = assignments.toSorted((one, other) => rankOf(one.field) - rankOf(other.field))
  for (const { field, operation } of inOrder) {
    if (operation.op === 'test') check(draft, field, operation)
    else assign(draft, field, operation, writing)
  }
}
