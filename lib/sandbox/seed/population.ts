import 'server-only'
import { createBacklog } from './backlog'
import type { Calendar } from './calendar'
import { createChanges } from './changes'
import { live } from './life'
import type { Changes, Level, Person, Project, WorkItemType } from './model'
import type { PlannedProject } from './projects'
import { type Random, randomOf } from './random'
import { createRows, type Rows } from './rows'
import type { AreaVocabulary } from './vocabulary'

export interface PopulationOptions {
  readonly seed: number
  /** Number of work items. */
  readonly items: number
  /** About how many revisions each of them has. */
  readonly revisions: number
  readonly calendar: Calendar
  readonly people: readonly Person[]
  readonly departures: readonly number[]
  readonly projects: readonly PlannedProject[]
}

/**
 * What is kept of the work items: numbers, one list for each kind of them, where an item's ID is its position. What
 * people read is written from them when it is read, and so are the objects.
 */
export interface Population extends Pick<PopulationOptions, 'seed' | 'people' | 'projects'> {
  readonly count: number
  readonly rows: Rows
  readonly changes: Changes
  /** The row of its first revision; so that of the next item is where its revisions end. */
  readonly firstRow: Uint32Array
  readonly project: Uint8Array
  /** A position in the types of its project's process. */
  readonly type: Uint8Array
  /** A position in the areas of the project's vocabulary, and one in the subjects of that area. */
  readonly topic: Uint8Array
  readonly subject: Uint8Array
  /** A position in the areas of the project. */
  readonly area: Uint8Array
  /** ID of the parent, of the youngest child, and of the next older child of the same parent; 0 if there is none. */
  readonly parent: Uint32Array
  readonly youngestChild: Uint32Array
  readonly olderSibling: Uint32Array
  /** How many older siblings it has. */
  readonly ordinal: Uint16Array
  /** An older item that it has to do with; 0 if there is none. */
  readonly related: Uint32Array
  /** Younger items that have to do with it. */
  readonly relating: ReadonlyMap<number, readonly number[]>
}

/** What an item is, in words. */
export interface Subject {
  readonly planned: PlannedProject
  readonly type: WorkItemType
  readonly topic: AreaVocabulary
  readonly subject: string
}

export function subjectOf({ projects, project, type, topic, subject }: Population, id: number): Subject {
  const planned = defined(projects[project[id] ?? 0])
  const area = defined(planned.vocabulary.areas[topic[id] ?? 0])
  return {
    planned,
    type: defined(planned.project.process.workItemTypes[type[id] ?? 0]),
    topic: area,
    subject: defined(area.subjects[subject[id] ?? 0]),
  }
}

function defined<T>(value: T | undefined): T {
  if (value === undefined) throw new RangeError('The lists of the seed refer to something that is not there')
  return value
}

/** Work grew over the year: an exponent below 1 puts more of the items into its later part. */
const growth = 0.8

/** How much of a project's work is of each level. */
const weights: Record<Level, number> = { epic: 1, feature: 4, requirement: 30, task: 44, bug: 19, issue: 2 }

/** Levels of which a project has one before it has anything below them. */
const foundations: readonly Level[] = ['epic', 'feature', 'requirement']

/** How many revisions an item has on average without what need not happen, and how many states it passes through. */
const leastRevisions = 3.75
const usualStates = 3.25

const emptyColumns = (count: number) => ({
  firstRow: new Uint32Array(count + 2),
  project: new Uint8Array(count + 1),
  type: new Uint8Array(count + 1),
  topic: new Uint8Array(count + 1),
  subject: new Uint8Array(count + 1),
  area: new Uint8Array(count + 1),
  parent: new Uint32Array(count + 1),
  youngestChild: new Uint32Array(count + 1),
  olderSibling: new Uint32Array(count + 1),
  ordinal: new Uint16Array(count + 1),
  related: new Uint32Array(count + 1),
  relating: new Map<number, number[]>(),
})

type Columns = ReturnType<typeof emptyColumns>

/** Everything about one project that does not change from item to item. */
function createField(planned: PlannedProject, kept: number, over: Float64Array) {
  const types = planned.project.process.workItemTypes
  return {
    planned,
    types: types.map((type) => [type, weights[type.level]] as const),
    backlog: createBacklog(kept, (id, at) => (over[id] ?? 0) > at + 0.5),
    /** How many items stand alone; topics take turns among them, so that none is left out. */
    alone: 0,
  }
}

type Field = ReturnType<typeof createField>

function nextType({ planned, types, backlog }: Field, random: Random): WorkItemType {
  const { workItemTypes } = planned.project.process
  const missing = workItemTypes.find(({ level }) => foundations.includes(level) && !backlog.has(level))
  return missing ?? random.weighted(types)
}

/** A task is about what its story is about; a story at least belongs to the same topic as its feature. */
function subjectFor(level: Level, parent: number, topic: AreaVocabulary, columns: Columns, random: Random): number {
  const same = level === 'task' || random.chance(0.5)
  return parent !== 0 && same ? (columns.subject[parent] ?? 0) : random.below(topic.subjects.length)
}

function areaFor(topic: AreaVocabulary, parent: number, { areas }: Project, columns: Columns, random: Random): number {
  if (parent !== 0 && random.chance(0.7)) return columns.area[parent] ?? 0
  const name = random.pick([topic.name, ...(topic.parts ?? [])])
  const index = areas.findIndex((area) => area.name === name)
  return Math.max(0, index)
}

function adopt(child: number, parent: number, columns: Columns): void {
  if (parent === 0) return
  const sibling = columns.youngestChild[parent] ?? 0
  columns.parent[child] = parent
  columns.olderSibling[child] = sibling
  columns.ordinal[child] = sibling === 0 ? 0 : (columns.ordinal[sibling] ?? 0) + 1
  columns.youngestChild[parent] = child
}

function relate(id: number, other: number, columns: Columns): void {
  if (other === 0 || other === columns.parent[id]) return
  columns.related[id] = other
  columns.relating.set(other, [...(columns.relating.get(other) ?? []), id])
}

/** Writes down what an item is and where it belongs, which depends on the older ones. */
function shape(id: number, type: WorkItemType, created: number, field: Field, columns: Columns, random: Random): void {
  const { planned, backlog } = field
  const { areas } = planned.vocabulary
  const parent = backlog.pickParent(type.level, created, random) ?? 0
  const topicIndex = parent === 0 ? field.alone % areas.length : (columns.topic[parent] ?? 0)
  if (parent === 0) field.alone += 1
  const topic = areas[topicIndex] ?? random.pick(areas)
  columns.type[id] = planned.project.process.workItemTypes.indexOf(type)
  columns.topic[id] = topicIndex
  columns.subject[id] = subjectFor(type.level, parent, topic, columns, random)
  columns.area[id] = areaFor(topic, parent, planned.project, columns, random)
  adopt(id, parent, columns)
  relate(id, random.chance(0.04) ? (backlog.pickOpen('requirement', created, random) ?? 0) : 0, columns)
  backlog.add(type.level, id)
}

/** Lets all work items come about, the oldest first; each draws from its own random numbers. */
export function populate(options: PopulationOptions): Population {
  const { seed, items, revisions, calendar, people, departures, projects } = options
  const columns = emptyColumns(items)
  const rows = createRows()
  const over = new Float64Array(items + 1).fill(Number.POSITIVE_INFINITY)
  const kept = Math.max(80, Math.ceil(items / 250))
  const fields = projects.map((planned) => [createField(planned, kept, over), planned.weight] as const)
  const eventfulness = Math.max(0, revisions - leastRevisions) / usualStates

  function bear(id: number): void {
    const random = randomOf(seed, id, 'shape')
    const created = calendar.length * ((id - 1 + random.next()) / items) ** growth
    const field = random.weighted(fields)
    const { planned } = field
    const type = nextType(field, random)
    columns.project[id] = projects.indexOf(planned)
    columns.firstRow[id] = rows.count
    shape(id, type, created, field, columns, random)
    const until = over[columns.parent[id] ?? 0] ?? Number.POSITIVE_INFINITY
    const plot = { planned, type, created, until, now: calendar.length, departures, eventfulness }
    over[id] = live(plot, randomOf(seed, id, 'life'), (standing, at) => rows.add(standing, calendar.instant(at)))
  }

  for (let id = 1; id <= items; id += 1) bear(id)
  columns.firstRow[items + 1] = rows.count
  const changes = createChanges(() => ({ instants: rows.instants, starts: columns.firstRow.subarray(1) }))
  return { ...columns, seed, people, projects, count: items, rows, changes }
}
