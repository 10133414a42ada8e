import 'server-only'
import { createCalendar } from './calendar'
import { createChanges } from './changes'
import type { WorkItem, World } from './model'
import { createPeople } from './people'
import { createProjects } from './projects'
import { createRandom, guid } from './random'
import { createWorkItemFactory } from './work-items'

export interface SeedOptions {
  readonly seed: number
  /** Number of work items. */
  readonly items: number
  /** The world ends here; it began a year before. */
  readonly now: Date
}

/** Work grew over the year: an exponent below 1 puts more of the items into its later part. */
const growth = 0.8

/** Makes the world of the sandbox. The same options always make the same world. */
export function createWorld({ seed, items, now }: SeedOptions): World {
  const random = createRandom(seed)
  const calendar = createCalendar(now)
  const people = createPeople(random)
  const planned = createProjects(people, now, random)
  const factories = planned.map((plan) => [createWorkItemFactory(plan, calendar, random), plan.weight] as const)
  const workItems: WorkItem[] = []
  for (let index = 0; index < items; index += 1) {
    const created = calendar.length * ((index + random.next()) / items) ** growth
    workItems.push(random.weighted(factories)(index + 1, created))
  }
  return {
    id: guid(random),
    people,
    projects: planned.map(({ project }) => project),
    workItems: {
      count: items,
      latest: (id) => workItems[id - 1],
      revisions: (id) => workItems.slice(id - 1, id),
      changes: createChanges(() => ({
        instants: Float64Array.from(workItems, (item) => Number(item.field('System.ChangedDate'))),
        starts: Uint32Array.from({ length: items + 1 }, (_, index) => index),
      })),
    },
  }
}
