import 'server-only'
import type { FieldValue } from '../../../seed/model'
import type { Field } from '../fields/field'
import { fieldInvalid } from './errors'

const longestString = 255

const wrongType = ({ referenceName }: Field) => fieldInvalid(referenceName, 'InvalidType')

function text(field: Field, value: unknown): string {
  if (typeof value === 'object') throw wrongType(field)
  const written = String(value)
  if (field.type === 'string' && written.length > longestString)
    throw fieldInvalid(field.referenceName, 'InvalidTooLong')
  return written
}

function number(field: Field, value: unknown): number {
  const read = typeof value === 'number' || typeof value === 'string' ? Number(value) : Number.NaN
  const fits = field.type === 'integer' ? Number.isInteger(read) : Number.isFinite(read)
  if (!fits) throw wrongType(field)
  return read
}

function instant(field: Field, value: unknown): number {
  const read = typeof value === 'string' ? Date.parse(value) : Number.NaN
  if (Number.isNaN(read)) throw wrongType(field)
  return read
}

function truth(field: Field, value: unknown): boolean {
  if (!/^(true|false)$/i.test(String(value))) throw wrongType(field)
  return String(value).toLowerCase() === 'true'
}

/**
 * A value of a patch as the field holds it; nothing if it empties the field. People are not read here.
 * @throws TF401326 for a value that the field's type cannot hold
 */
export function fieldValue(field: Field, value: unknown): FieldValue | undefined {
  if (value === null || value === '') return undefined
  if (field.type === 'integer' || field.type === 'double') return number(field, value)
  if (field.type === 'dateTime') return instant(field, value)
  return field.type === 'boolean' ? truth(field, value) : text(field, value)
}
