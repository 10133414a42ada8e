import type { FieldValue } from '#lib/work-items/schema'

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(?:\.\d+)?Z$/
const moment = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeStyle: 'short' })

/** A field's value in words: times in the reader's time zone, people by their name. */
export function fieldText(value: FieldValue | undefined): string {
  if (value === undefined) return ''
  if (typeof value === 'boolean') return value ? 'Yes' : 'No'
  if (typeof value === 'number') return String(value)
  if (typeof value === 'object') return value.displayName
  return instant.test(value) ? moment.format(new Date(value)) : value
}

/** “Microsoft.VSTS.Common.AcceptanceCriteria” is “Acceptance criteria” to people. */
export function nameOfReference(referenceName: string): string {
  const last = referenceName.split('.').at(-1) ?? referenceName
  const words = last.replace(/([a-z])([A-Z])/g, '$1 $2').toLowerCase()
  return words.charAt(0).toUpperCase() + words.slice(1)
}
