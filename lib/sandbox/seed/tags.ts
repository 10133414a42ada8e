import 'server-only'
import type { SeededTag } from './model'
import { type Population, subjectOf } from './population'
import { randomOf } from './random'

/** The tags that an item gets, in the order in which it gets them. */
export function tagsOf(population: Population, id: number): string[] {
  const { tags } = subjectOf(population, id).planned.vocabulary
  const random = randomOf(population.seed, id, 'tags')
  const first = random.below(tags.length)
  const second = (first + 1 + random.below(tags.length - 1)) % tags.length
  return [first, second].flatMap((index) => tags[index] ?? [])
}

/** The tags that an item has by now, each with the instant when it got it. */
function historyOf(population: Population, id: number): SeededTag[] {
  const { rows, firstRow } = population
  const [begin = 0, end = 0] = firstRow.subarray(id, id + 2)
  const counts = Array.from({ length: end - begin }, (_, index) => rows.get(begin + index, 'tags'))
  return tagsOf(population, id).flatMap((name, at) => {
    const first = counts.findIndex((count) => count > at)
    return first === -1 ? [] : [{ name, since: rows.instant(begin + first) }]
  })
}

/** Goes through the items, the oldest first, until every tag has been found that anybody uses, which is soon. */
export function tagsInUse(population: Population): ReadonlyMap<string, readonly SeededTag[]> {
  const byProject = new Map(population.projects.map(({ project }) => [project.id, new Map<string, SeededTag>()]))
  let missing = population.projects.reduce((count, { vocabulary }) => count + vocabulary.tags.length, 0)
  for (let id = 1; id <= population.count && missing > 0; id += 1) {
    const found = byProject.get(subjectOf(population, id).planned.project.id)
    for (const tag of historyOf(population, id)) {
      if (!found || found.has(tag.name)) continue
      found.set(tag.name, tag)
      missing -= 1
    }
  }
  return new Map([...byProject].map(([projectId, tags]) => [projectId, [...tags.values()]]))
}
