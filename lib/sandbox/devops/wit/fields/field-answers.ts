import 'server-only'
import type { Project } from '../../../seed/model'
import { type Answer, answer, answerList } from '../../protocol/answer'
import type { Call } from '../../protocol/call'
import type { Store } from '../../store/index'
import { fieldUnknown } from '../errors'
import type { Field, FieldType } from './field'
import { allFields, findField } from './fields'

const operations = {
  equals: ['Equals', '='],
  notEquals: ['NotEquals', '<>'],
  greaterThan: ['GreaterThan', '>'],
  lessThan: ['LessThan', '<'],
  greaterThanEquals: ['GreaterThanEquals', '>='],
  lessThanEquals: ['LessThanEquals', '<='],
  contains: ['Contains', 'Contains'],
  notContains: ['NotContains', 'Does Not Contain'],
  containsWords: ['ContainsWords', 'Contains Words'],
  notContainsWords: ['NotContainsWords', 'Does Not Contain Words'],
  in: ['In', 'In'],
  notIn: ['NotIn', 'Not In'],
  under: ['Under', 'Under'],
  notUnder: ['NotUnder', 'Not Under'],
  ever: ['Ever', 'Was Ever'],
  isEmpty: ['IsEmpty', 'Is Empty'],
  isNotEmpty: ['IsNotEmpty', 'Is Not Empty'],
} as const

type Operation = keyof typeof operations

const equality: readonly Operation[] = ['equals', 'notEquals']
const order: readonly Operation[] = ['greaterThan', 'lessThan', 'greaterThanEquals', 'lessThanEquals']
const sets: readonly Operation[] = ['in', 'notIn']
const numbers = [...equality, ...order, ...sets, 'ever'] as const
const longTexts = ['containsWords', 'notContainsWords', 'isEmpty', 'isNotEmpty'] as const

const byType: Readonly<Record<FieldType, readonly Operation[]>> = {
  string: [...numbers, 'contains', 'notContains'],
  integer: numbers,
  double: numbers,
  dateTime: numbers,
  boolean: equality,
  plainText: ['contains', 'notContains', 'isEmpty', 'isNotEmpty'],
  html: longTexts,
  history: longTexts,
  treePath: [...equality, 'under', 'notUnder', ...sets],
}

const isSortable = ({ type }: Field): boolean => type !== 'html' && type !== 'history' && type !== 'plainText'

function shown(field: Field, { url }: Store, project: Project | undefined) {
  const { name, referenceName, type, readOnly, isIdentity } = field
  return {
    name,
    referenceName,
    type,
    usage: 'workItem',
    readOnly,
    canSortBy: isSortable(field),
    isQueryable: true,
    supportedOperations: byType[type].map((key) => ({
      referenceName: `SupportedOperations.${operations[key][0]}`,
      name: operations[key][1],
    })),
    isIdentity,
    isPicklist: false,
    isPicklistSuggested: false,
    url: `${url}${project ? `/${project.id}` : ''}/_apis/wit/fields/${referenceName}`,
  }
}

const isUsedIn = ({ isCommon, referenceName }: Field, { process }: Project): boolean =>
  isCommon || process.workItemTypes.some(({ fields }) => fields.has(referenceName))

/** All fields, or under a project those that its types have. */
export function listFields({ store, project }: Call): Answer {
  const fields = project ? allFields.filter((field) => isUsedIn(field, project)) : allFields
  return answerList(fields.map((field) => shown(field, store, project)))
}

export function getField({ store, project, parameters: [name = ''] }: Call): Answer {
  const field = findField(name)
  if (!field) throw fieldUnknown(name, 404)
  return answer(shown(field, store, project))
}
