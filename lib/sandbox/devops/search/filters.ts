import 'server-only'
import type { WorkItem } from '../../seed/model'
import type { Members } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import { nameAndAddress } from '../wit/render'
import { isUnder } from '../wit/wiql/conditions/paths'

type Reader = (item: WorkItem) => string

/** A person as `Name <address>`; empty, if it is nobody's. */
export function assigneeOf(item: WorkItem): string {
  const person = item.field('System.AssignedTo')
  return typeof person === 'object' ? nameAndAddress(person) : ''
}

export const stateOf: Reader = (item) => String(item.field('System.State'))

/** What results are counted by. */
const counted: Readonly<Record<string, Reader>> = {
  'System.TeamProject': ({ project }) => project.name,
  'System.WorkItemType': ({ type }) => type.name,
  'System.State': stateOf,
  'System.AssignedTo': assigneeOf,
}

type Test = (item: WorkItem) => boolean

const lower = (text: string): string => text.toLowerCase()

/** One of the values has to fit: a path with what is below it, a person also by name or address alone. */
function testFor(name: string, wanted: readonly string[]): Test {
  if (name === 'System.AreaPath') {
    const tests = wanted.map(isUnder)
    return ({ area }) => tests.some((isBelow) => isBelow(area.path))
  }
  const { [name]: read } = counted
  if (!read) throw argumentRefused(`Results cannot be filtered by ${name}.`)
  const known = new Set(wanted.map(lower))
  if (name !== 'System.AssignedTo') return (item) => known.has(lower(read(item)))
  return (item) => {
    const assignee = lower(read(item))
    return [assignee, ...assignee.replace('>', '').split(' <')].some((text) => text !== '' && known.has(text))
  }
}

export type Filters = ReadonlyMap<string, readonly string[]>

/** Values by reference names; those without a value do not narrow anything. */
export function filtersIn({ filters }: Members): Filters {
  const given: [string, unknown][] = typeof filters === 'object' && filters !== null ? Object.entries(filters) : []
  return new Map(
    given.flatMap(([name, values]) => (Array.isArray(values) && values.length > 0 ? [[name, values.map(String)]] : [])),
  )
}

/** @throws 400 for what one cannot filter by */
export function testOf(filters: Filters): Test {
  const tests = [...filters].map(([name, wanted]) => testFor(name, wanted))
  return (item) => tests.every((holds) => holds(item))
}

/**
 * How many of the items have which value, the most frequent first; a value that was asked for is told even if there is
 * none. That items which a filter leaves out are not counted either is unverified.
 */
export function facetsOf(items: Iterable<WorkItem>, filters: Filters) {
  const counts = Object.keys(counted).map((name) => [name, new Map<string, number>()] as const)
  for (const [name, own] of counts) for (const value of filters.get(name) ?? []) own.set(value, 0)
  for (const item of items) {
    for (const [name, own] of counts) {
      const value = counted[name]?.(item) ?? ''
      if (value !== '') own.set(value, (own.get(value) ?? 0) + 1)
    }
  }
  const facet = (own: ReadonlyMap<string, number>) =>
    [...own]
      .sort(([one, many], [other, more]) => more - many || one.localeCompare(other))
      .map(([value, resultCount]) => ({ name: value, id: value, resultCount }))
  return Object.fromEntries(counts.map(([name, own]) => [name, facet(own)]))
}
