import 'server-only'
import { argumentRefused } from './errors'

/** The members of an enumeration, in lower case, with the numbers that some clients send instead of their names. */
export type Enumeration = Readonly<Record<string, number>>

function numberOf(enumeration: Enumeration, text: string): number {
  const wanted = text.trim().toLowerCase()
  const number = /^\d{1,9}$/.test(wanted) ? Number(wanted) : enumeration[wanted]
  if (number === undefined) throw argumentRefused(`The value '${text}' is not valid.`)
  return number
}

const nameOf = (enumeration: Enumeration, number: number): string | undefined =>
  Object.keys(enumeration).find((name) => enumeration[name] === number)

/**
 * The members that a list of names or numbers, parted by commas, stands for.
 * @throws 400 for a name that is none of the members
 */
export function membersNamed(enumeration: Enumeration, text: string): readonly string[] {
  return text.split(',').flatMap((part) => nameOf(enumeration, numberOf(enumeration, part)) ?? [])
}

/**
 * As `membersNamed`, where members can be added up: a sum stands for all members whose bits are in it.
 * @throws 400 for a name that is none of the members
 */
export function flagsNamed(enumeration: Enumeration, text: string): readonly string[] {
  const sum = text.split(',').reduce((bits, part) => bits | numberOf(enumeration, part), 0)
  return Object.keys(enumeration).filter((name) => {
    const bits = enumeration[name] ?? 0
    return bits !== 0 && (sum & bits) === bits
  })
}
