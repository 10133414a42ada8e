import 'server-only'
import type { Refusal } from '../../protocol/errors'
import type { Field } from '../fields/field'
import { fieldByReferenceName } from '../fields/fields'
import { invalidWorkItem } from './errors'

/** The bits of `fieldStatusCode`; only those of Required, HasValues and InvalidEmpty are verified. */
const bits = {
  Required: 1,
  ReadOnly: 2,
  HasValues: 4,
  LimitedToValues: 8,
  InvalidEmpty: 0x8_0000,
  InvalidNotEmpty: 0x10_0000,
  InvalidListValue: 0x40_0000,
  InvalidNotOldValue: 0x100_0000,
} as const

type Flag = keyof typeof bits

/** A rule of the process that a value breaks. */
export interface Violation {
  readonly referenceName: string
  readonly flags: readonly Flag[]
  readonly message: string
}

const labelOf = (referenceName: string): string => fieldByReferenceName(referenceName)?.name ?? referenceName

const violation = (referenceName: string, flags: readonly Flag[]): Violation => ({
  referenceName,
  flags,
  message: `TF401320: Rule Error for field ${labelOf(referenceName)}. Error code: ${flags.join(', ')}.`,
})

export const isEmptyButRequired = (referenceName: string, hasValues: boolean): Violation =>
  violation(referenceName, hasValues ? ['Required', 'HasValues', 'InvalidEmpty'] : ['Required', 'InvalidEmpty'])

export const isReadOnly = (referenceName: string): Violation =>
  violation(referenceName, ['ReadOnly', 'InvalidNotOldValue'])

/** A field that has to be empty in the item's state. */
export const isNotEmpty = (referenceName: string): Violation => violation(referenceName, ['InvalidNotEmpty'])

export const isNotInList = (referenceName: string, value: unknown): Violation => ({
  referenceName,
  flags: ['HasValues', 'LimitedToValues', 'InvalidListValue'],
  message: `The field '${labelOf(referenceName)}' contains the value '${String(value)}' that is not in the list of supported values`,
})

/** Wording unverified. */
export const isUnknownIdentity = ({ referenceName, name }: Field, value: unknown): Violation => ({
  referenceName,
  flags: ['HasValues', 'LimitedToValues', 'InvalidListValue'],
  message: `The identity value '${typeof value === 'string' ? value : JSON.stringify(value)}' for field '${name}' is an unknown identity.`,
})

const camelCase = (flag: Flag): string => flag.charAt(0).toLowerCase() + flag.slice(1)

const told = ({ referenceName, flags, message }: Violation) => ({
  fieldReferenceName: referenceName,
  fieldStatusFlags: flags.map(camelCase).join(', '),
  errorMessage: message,
  fieldStatusCode: flags.reduce((code, flag) => code + bits[flag], 0),
  ruleValidationErrors: null,
})

/** One answer for all that is wrong: its message is that of the first. How the others are counted is unverified. */
export function rulesBroken([first, ...others]: readonly [Violation, ...Violation[]]): Refusal {
  const rest = `${others.length} additional errors occurred during validation of the work item.`
  const message = others.length === 0 ? first.message : `${first.message} ${rest}`
  return invalidWorkItem({
    typeKey: 'RuleValidationException',
    message,
    properties: {
      FieldReferenceName: null,
      FieldStatusFlags: 'none',
      ErrorMessage: message,
      FieldStatusCode: 0,
      RuleValidationErrors: [first, ...others].map(told),
    },
  })
}
