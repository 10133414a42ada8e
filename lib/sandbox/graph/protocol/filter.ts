import 'server-only'
import { refuse } from './errors'

export type Json = Readonly<Record<string, unknown>>

const text = `'((?:[^']|'')*)'`

type Test = (value: unknown, wanted: string) => boolean

const isSame: Test = (value, wanted) => String(value).toLowerCase() === wanted
const startsWith: Test = (value, wanted) => String(value).toLowerCase().startsWith(wanted)
const hasAmong: Test = (value, wanted) => Array.isArray(value) && value.some((one) => isSame(one, wanted))

/** The forms of a condition: its property is the first group, what is wanted the last. */
const forms: readonly (readonly [RegExp, Test])[] = [
  [new RegExp(`^(\\w+) eq ${text}$`, 'i'), isSame],
  [/^(\w+) eq (true|false|null)$/i, isSame],
  [new RegExp(`^startswith\\((\\w+), *${text}\\)$`, 'i'), startsWith],
  [new RegExp(`^(\\w+)/any\\((?:\\w+): *\\w+ eq ${text}\\)$`, 'i'), hasAmong],
]

/** An `and` that an even number of quotes follows stands between conditions, not in a text. */
const between = / and (?=(?:[^']*'[^']*')*[^']*$)/i

/** @throws 400 */
function condition(clause: string): (entity: Json) => boolean {
  for (const [form, test] of forms) {
    const [, property, given] = form.exec(clause.trim()) ?? []
    if (property === undefined || given === undefined) continue
    const wanted = given.replaceAll(`''`, `'`).toLowerCase()
    return (entity) => {
      if (!Object.hasOwn(entity, property)) throw refuse.filter()
      return test(entity[property], wanted)
    }
  }
  throw refuse.filter()
}

/**
 * Those that a `$filter` lets through. It may compare (`appId eq '…'`), ask how a text starts (`startswith`) and what a
 * list has (`servicePrincipalNames/any(c:c eq '…')`), joined by `and`; letter case does not count.
 * @throws 400 for anything else, and for a property that there is not
 */
export function filtered(entities: readonly Json[], filter: string | null): readonly Json[] {
  if (filter === null) return entities
  const conditions = filter.split(between).map(condition)
  return entities.filter((entity) => conditions.every((holds) => holds(entity)))
}
