import 'server-only'
import type { Project, WorkItemType } from '../../../seed/model'
import type { Store } from '../../store/index'
import { shownPerson } from '../render'
import { fieldRules } from '../rules/field-rules'
import type { Field } from './field'
import { allFields, findField } from './fields'

/** A field in a type of work item. */
interface Place {
  readonly field: Field
  readonly type: WorkItemType
  readonly project: Project
  readonly store: Store
}

export const isFieldOf = ({ isCommon, referenceName }: Field, { fields }: WorkItemType): boolean =>
  isCommon || fields.has(referenceName)

const alwaysThere = ['System.IterationId', 'System.AreaId', 'System.Title', 'System.State']

const ruleOf = (field: Field, type: WorkItemType) =>
  fieldRules(type).find(({ referenceName }) => referenceName === field.referenceName)

export const isRequired = (field: Field, type: WorkItemType): boolean =>
  alwaysThere.includes(field.referenceName) || ruleOf(field, type)?.required === true

/** What a new item holds: as text, whatever the field's type. */
export function defaultOf(field: Field, type: WorkItemType): string | null {
  if (field.referenceName === 'System.State') return type.states[0].name
  const initial = ruleOf(field, type)?.initial
  return initial === undefined ? null : String(initial)
}

const reference = ({ referenceName, name }: Field, { url }: Store) => ({
  referenceName,
  name,
  url: `${url}/_apis/wit/fields/${referenceName}`,
})

/** The fields of a type, as the type itself tells them. */
export const fieldsOfType = (type: WorkItemType, store: Store) =>
  allFields
    .filter((field) => isFieldOf(field, type))
    .map((field) => ({
      defaultValue: defaultOf(field, type),
      alwaysRequired: isRequired(field, type),
      ...reference(field, store),
    }))

/** As texts, but people as objects; paths are not listed. */
function allowedValues(place: Place): readonly unknown[] {
  const { field, type, project, store } = place
  if (field.isIdentity) return store.world.people.map((person) => shownPerson(person, store))
  if (field.referenceName === 'System.State') return type.states.map(({ name }) => name)
  if (field.referenceName === 'System.WorkItemType') return project.process.workItemTypes.map(({ name }) => name)
  if (field.referenceName === 'System.Reason') {
    return [...new Set(type.states.flatMap(({ reason, otherReasons = [] }) => [reason, ...otherReasons]))]
  }
  return (ruleOf(field, type)?.values ?? []).map(String)
}

/** Fields that change when one does; those that follow a state are more in reality. */
const dependent: Readonly<Record<string, readonly string[]>> = {
  'System.AreaId': ['System.AreaPath'],
  'System.AreaPath': ['System.AreaId'],
  'System.IterationId': ['System.IterationPath'],
  'System.IterationPath': ['System.IterationId'],
  'System.State': ['System.Reason'],
}

/** What `$expand` may ask for. */
export type Expansion = 'none' | 'allowedvalues' | 'dependentfields' | 'all'

/** A field of a type by itself. */
export function fieldOfType(place: Place, expand: Expansion) {
  const names = dependent[place.field.referenceName] ?? []
  const dependents = names.flatMap((name) => findField(name) ?? []).map((field) => reference(field, place.store))
  return {
    alwaysRequired: isRequired(place.field, place.type),
    defaultValue: defaultOf(place.field, place.type),
    ...(expand === 'all' || expand === 'allowedvalues' ? { allowedValues: allowedValues(place) } : {}),
    ...(expand === 'all' || expand === 'dependentfields' ? { dependentFields: dependents } : {}),
    ...reference(place.field, place.store),
  }
}
