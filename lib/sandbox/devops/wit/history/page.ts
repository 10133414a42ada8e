import 'server-only'
import { numberIn } from '../../protocol/call'
import { argumentRefused } from '../../protocol/errors'

/** The part of a list that `$top` and `$skip` ask for; without them, all of it. */
export function pageOf<T>(list: readonly T[], query: URLSearchParams): readonly T[] {
  const skip = numberIn(query, '$skip') ?? 0
  const top = numberIn(query, '$top') ?? list.length
  return list.slice(skip, skip + top)
}

/** A number in an address; what is none is refused, in words that are unverified. */
export function idIn(text: string): number {
  if (!/^\d{1,10}$/.test(text)) throw argumentRefused(`The value '${text}' is not valid for a number in the address.`)
  return Number(text)
}
