import 'server-only'
import type { FieldValue } from './schema'

const isIdentity = (value: object): value is { displayName: string; uniqueName?: string } =>
  'displayName' in value && typeof value.displayName === 'string'

/** The value of a field as a screen needs it; `undefined` for an empty field and for shapes that nobody could read. */
export function fieldValueOf(value: unknown): FieldValue | undefined {
  if (typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean') return value
  if (typeof value !== 'object' || value === null || !isIdentity(value)) return undefined
  const { displayName, uniqueName } = value
  return uniqueName === undefined ? { displayName } : { displayName, uniqueName }
}

export function fieldValuesOf(fields: Readonly<Record<string, unknown>>): Record<string, FieldValue> {
  const known = Object.entries(fields).flatMap(([name, value]) => {
    const shown = fieldValueOf(value)
    return shown === undefined ? [] : [[name, shown] as const]
  })
  return Object.fromEntries(known)
}
