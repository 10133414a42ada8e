import 'server-only'
import type { Calendar } from './calendar'
import type { Person } from './model'
import { guid, type Random } from './random'

const names = [
  'Mara Lindqvist',
  'Tomasz Wieczorek',
  'Priya Raman',
  'Jonas Albrecht',
  'Chiara Benedetti',
  'Kwame Asante',
  'Elena Markovic',
  'Haruto Nishida',
  'Sofia Carvalho',
  'Liam Gallaway',
  'Noor El-Amin',
  'Bea Thorsen',
  'Daniel Okafor',
  'Ines Duval',
  'Viktor Halasz',
  'Grace Whitcombe',
  'Rasmus Kivi',
  'Leila Farahani',
]

/**
 * An identity's ID has version digit 6, and its descriptor holds the same GUID with a 7: the GUID in a descriptor is
 * not the ID, and clients that take it for one should find out here.
 */
function createPerson(displayName: string, random: Random): Person {
  const id = guid(random, 6)
  const subject = `${id.slice(0, 14)}7${id.slice(15)}`
  return {
    id,
    displayName,
    uniqueName: `${displayName.toLowerCase().replace(/[^a-z]+/g, '.')}@contoso.example`,
    descriptor: `aad.${Buffer.from(subject).toString('base64').replace(/=+$/, '')}`,
  }
}

/** The eighteen people who work at Contoso. */
export const createPeople = (random: Random): Person[] => names.map((name) => createPerson(name, random))

/** Who left, by position in the list, and after which share of the year. */
const leavers: Readonly<Record<number, number>> = { 3: 0.45, 9: 0.8, 13: 0.65 }

/** When each of the people left, as a position in the calendar; infinite for those who stayed. */
export const departuresOf = (people: readonly Person[], calendar: Calendar): number[] =>
  people.map((_, index) => (leavers[index] ?? Number.POSITIVE_INFINITY) * calendar.length)
