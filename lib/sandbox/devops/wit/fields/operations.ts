import 'server-only'
import type { Field, FieldType } from './field'

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
  inGroup: ['InGroup', 'In Group'],
  notInGroup: ['NotInGroup', 'Not In Group'],
  under: ['Under', 'Under'],
  notUnder: ['NotUnder', 'Not Under'],
  ever: ['Ever', 'Was Ever'],
  isEmpty: ['IsEmpty', 'Is Empty'],
  isNotEmpty: ['IsNotEmpty', 'Is Not Empty'],
} as const

export type Operation = keyof typeof operations

const equality: readonly Operation[] = ['equals', 'notEquals']
const order: readonly Operation[] = ['greaterThan', 'lessThan', 'greaterThanEquals', 'lessThanEquals']
const sets: readonly Operation[] = ['in', 'notIn']
const numbers = [...equality, ...order, ...sets, 'ever'] as const
const longTexts = ['containsWords', 'notContainsWords', 'isEmpty', 'isNotEmpty'] as const

const byType: Readonly<Record<FieldType, readonly Operation[]>> = {
  string: [...numbers, 'contains', 'notContains', 'inGroup', 'notInGroup'],
  integer: numbers,
  double: numbers,
  dateTime: numbers,
  boolean: equality,
  plainText: ['contains', 'notContains', 'isEmpty', 'isNotEmpty'],
  html: longTexts,
  history: longTexts,
  treePath: [...equality, 'under', 'notUnder', ...sets],
}

/** As fields and the clauses of saved queries name an operation. */
export const operationReference = (operation: Operation) => ({
  referenceName: `SupportedOperations.${operations[operation][0]}`,
  name: operations[operation][1],
})

export const supportedOperations = ({ type }: Field) => byType[type].map(operationReference)
