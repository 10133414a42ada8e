import 'server-only'
import { day, mondayOf } from './calendar'
import type { Iteration, Project, TreeNode } from './model'
import { guid, type Random } from './random'
import type { AreaVocabulary } from './vocabulary'

/** Hands out node IDs, which count through the whole organization. */
export function createNodeFactory(random: Random) {
  let last = 100
  return (name: string, parent?: TreeNode): TreeNode => {
    last += 1
    return { id: last, identifier: guid(random), name, path: parent ? `${parent.path}\\${name}` : name }
  }
}

type CreateNode = ReturnType<typeof createNodeFactory>

export function createAreas(
  project: string,
  vocabulary: readonly AreaVocabulary[],
  createNode: CreateNode,
): Project['areas'] {
  const root = createNode(project)
  const areas = vocabulary.flatMap(({ name, parts = [] }) => {
    const area = createNode(name, root)
    return [area, ...parts.map((part) => createNode(part, area))]
  })
  return [root, ...areas]
}

/** How a project cuts its time. */
export interface Cadence {
  readonly name: string
  readonly weeks: number
  /** Whether iterations lie below a node for their quarter. */
  readonly byQuarter: boolean
}

const weeksBefore = 54
const weeksAfter = 10

function quarterOf(instant: number): string {
  const date = new Date(instant)
  return `${date.getUTCFullYear()} Q${Math.floor(date.getUTCMonth() / 3) + 1}`
}

/** Iterations from a year ago to some weeks ahead, each from a Monday to a Friday. */
export function createIterations(
  project: string,
  cadence: Cadence,
  now: Date,
  createNode: CreateNode,
): Project['iterations'] {
  const root = createNode(project)
  const iterations: [Iteration, ...Iteration[]] = [root]
  const first = mondayOf(now.getTime()) - weeksBefore * 7 * day
  const count = Math.ceil((weeksBefore + weeksAfter) / cadence.weeks)
  for (let index = 0; index < count; index += 1) {
    const startDate = first + index * cadence.weeks * 7 * day
    let parent = root
    if (cadence.byQuarter) {
      const quarter = quarterOf(startDate)
      parent = iterations.find((node) => node.name === quarter) ?? createNode(quarter, root)
      if (!iterations.includes(parent)) iterations.push(parent)
    }
    const finishDate = startDate + (cadence.weeks * 7 - 3) * day
    iterations.push({ ...createNode(`${cadence.name} ${index + 1}`, parent), startDate, finishDate })
  }
  return iterations
}

/** The iteration that runs at that instant, weekends after it included. */
export function iterationAt(iterations: readonly Iteration[], instant: number): Iteration | undefined {
  return iterations.findLast(({ startDate }) => startDate !== undefined && startDate <= instant)
}
