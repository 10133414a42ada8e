import 'server-only'
import { createCalendar } from './calendar'
import { createFields } from './fields'
import type { SeededWorkItems, World } from './model'
import { createPeople, departuresOf } from './people'
import { type Population, populate } from './population'
import { createProjects } from './projects'
import { createRandom, guid } from './random'
import { tagsInUse } from './tags'
import { SeededWorkItem } from './work-item'

export interface SeedOptions {
  readonly seed: number
  /** Number of work items. */
  readonly items: number
  /** About how many revisions a work item has on average; what its states and sprints need is not left out. */
  readonly revisions?: number | undefined
  /** The world ends here; it began a year before. */
  readonly now: Date
}

/** So many items are remembered as objects, so that who reads them again gets the same ones. */
const remembered = 32_768

function workItemsOf(population: Population): SeededWorkItems {
  const { count, firstRow, changes } = population
  const source = { population, fields: createFields(population) }
  const known = new Array<SeededWorkItem | undefined>(remembered)
  const isKnown = (id: number): boolean => Number.isInteger(id) && id >= 1 && id <= count
  return {
    count,
    latest(id) {
      const before = known[id % remembered]
      if (before?.id === id) return before
      if (!isKnown(id)) return undefined
      const item = new SeededWorkItem(source, id, (firstRow[id + 1] ?? 0) - 1)
      known[id % remembered] = item
      return item
    },
    revisions(id) {
      if (!isKnown(id)) return []
      const [first = 0, end = 0] = firstRow.subarray(id, id + 2)
      return Array.from({ length: end - first }, (_, index) => new SeededWorkItem(source, id, first + index))
    },
    changes,
    tags: () => tagsInUse(population),
  }
}

/** Makes the world of the sandbox. The same options always make the same world. */
export function createWorld({ seed, items, revisions = 5, now }: SeedOptions): World {
  const random = createRandom(seed)
  const calendar = createCalendar(now)
  const people = createPeople(random)
  const departures = departuresOf(people, calendar)
  const projects = createProjects(people, departures, calendar, random)
  const population = populate({ seed, items, revisions, calendar, people, departures, projects })
  return {
    id: guid(random),
    people,
    projects: projects.map(({ project }) => project),
    workItems: workItemsOf(population),
  }
}
