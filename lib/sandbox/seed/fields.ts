import 'server-only'
import type { FieldValue, Person, State } from './model'
import { accuracyOf, completedWork, estimatesOf, planningFields, priorityOf, remainingWork } from './planning'
import { type Population, subjectOf } from './population'
import { reasons } from './processes'
import { randomOf } from './random'
import { tagsOf } from './tags'
import { commentOf } from './texts'
import { draftTitle, titleOf } from './titles'

/** Reads a field of the item as the revision in that row left it. */
type Reader = (population: Population, id: number, row: number) => FieldValue | undefined

const common = 'Microsoft.VSTS.Common.'
const scheduling = 'Microsoft.VSTS.Scheduling.'

type PersonMember = 'by' | 'assignee' | 'activatedBy' | 'resolvedBy' | 'closedBy'
type Milestone = 'activated' | 'resolved' | 'closed'

const personIn =
  (member: PersonMember): Reader =>
  ({ people, rows }, _, row): Person | undefined =>
    people[rows.get(row, member)]

/** Only if the type has the field. */
const ifTypeHas =
  (referenceName: string, read: Reader): Reader =>
  (population, id, row) =>
    subjectOf(population, id).type.fields.has(referenceName) ? read(population, id, row) : undefined

/** Only as long as the milestone has been reached. */
const since =
  (milestone: Milestone, read: Reader): Reader =>
  (population, id, row) =>
    population.rows.get(row, milestone) === 0 ? undefined : read(population, id, row)

const dateOf =
  (member: Milestone | 'stateSince'): Reader =>
  ({ rows, firstRow }, id, row) =>
    rows.instant((firstRow[id] ?? 0) + rows.get(row, member) - 1)

function milestoneFields(name: string, milestone: Milestone): [name: string, Reader][] {
  const date = `${common}${name}Date`
  const by = `${common}${name}By`
  return [
    [date, ifTypeHas(date, since(milestone, dateOf(milestone)))],
    [by, ifTypeHas(by, since(milestone, personIn(`${milestone}By`)))],
  ]
}

function stateOf(population: Population, id: number, row: number): State {
  const { states } = subjectOf(population, id).type
  return states[population.rows.get(row, 'state')] ?? states[0]
}

function readTitle(population: Population, id: number, row: number): string {
  const { type, subject, topic, planned } = subjectOf(population, id)
  if (population.rows.get(row, 'titled') === 0) return draftTitle(subject)
  const random = randomOf(population.seed, id, 'title')
  const parent = population.parent[id] ?? 0
  const ordinal = parent === 0 ? random.below(1000) : parent + (population.ordinal[id] ?? 0)
  const kind = topic.kind ?? 'product'
  return titleOf({ level: type.level, kind, subject, vocabulary: planned.vocabulary, ordinal }, random)
}

/** In alphabetical order, as the service lists them. */
function readTags(population: Population, id: number, row: number): string | undefined {
  const count = population.rows.get(row, 'tags')
  return count === 0 ? undefined : tagsOf(population, id).slice(0, count).sort().join('; ')
}

/** Which of all changes the revision is, counted from 1. */
function readWatermark({ changes, firstRow }: Population, id: number, row: number): number | undefined {
  const position = changes.positionOf(id, row - (firstRow[id] ?? 0) + 1)
  return position === undefined ? undefined : position + 1
}

function readComment(population: Population, id: number, row: number): string | undefined {
  const number = population.rows.get(row, 'commented')
  if (number === 0) return undefined
  return commentOf(subjectOf(population, id).subject, randomOf(population.seed + number, id, 'comments'))
}

/** The estimate that holds, if there is one. */
function estimate(population: Population, id: number, row: number): number | undefined {
  const sized = population.rows.get(row, 'sized')
  const estimates = estimatesOf(subjectOf(population, id).type, randomOf(population.seed, id, 'estimate'))
  return sized === 0 ? undefined : estimates[sized - 1]
}

const work =
  (read: typeof remainingWork): Reader =>
  (population, id, row) => {
    const hours = estimate(population, id, row)
    if (hours === undefined) return undefined
    const { category } = stateOf(population, id, row)
    const accuracy = accuracyOf(randomOf(population.seed, id, 'accuracy'))
    return read({ category, estimate: hours, worked: population.rows.get(row, 'worked'), accuracy })
  }

const changing: readonly (readonly [referenceName: string, Reader])[] = [
  ['System.State', (population, id, row) => stateOf(population, id, row).name],
  ['System.Reason', ({ rows }, _, row) => reasons[rows.get(row, 'reason')]],
  ['System.AssignedTo', personIn('assignee')],
  ['System.CreatedDate', ({ rows, firstRow }, id) => rows.instant(firstRow[id] ?? 0)],
  ['System.CreatedBy', ({ people, rows, firstRow }, id) => people[rows.get(firstRow[id] ?? 0, 'by')]],
  ['System.ChangedDate', ({ rows }, _, row) => rows.instant(row)],
  ['System.ChangedBy', personIn('by')],
  ['System.Parent', ({ parent }, id) => parent[id] || undefined],
  ['System.CommentCount', ({ rows }, _, row) => rows.get(row, 'comments')],
  ['System.History', readComment],
  ['System.Title', readTitle],
  ['System.Tags', readTags],
  ['System.Watermark', readWatermark],
  [`${common}Priority`, ({ seed }, id) => priorityOf(randomOf(seed, id, 'priority'))],
  [`${common}StateChangeDate`, dateOf('stateSince')],
  ...milestoneFields('Activated', 'activated'),
  ...milestoneFields('Resolved', 'resolved'),
  ...milestoneFields('Closed', 'closed'),
  [
    `${common}ResolvedReason`,
    ifTypeHas(
      `${common}ResolvedReason`,
      since('resolved', ({ rows }, _, row) => reasons[rows.get(row, 'resolvedReason')]),
    ),
  ],
  ...[
    [`${scheduling}StoryPoints`, estimate] as const,
    [`${scheduling}Effort`, estimate] as const,
    [`${scheduling}OriginalEstimate`, estimate] as const,
    [`${scheduling}RemainingWork`, work(remainingWork)] as const,
    [`${scheduling}CompletedWork`, work(completedWork)] as const,
  ].map(([name, read]) => [name, ifTypeHas(name, read)] as const),
]

const readers = new Map(changing)

/** Reads the fields of a population's items; whoever asks for one field of an item is expected to ask for more. */
export function createFields(population: Population) {
  let planned: { readonly id: number; readonly fields: ReturnType<typeof planningFields> } | undefined

  function planningOf(id: number): ReturnType<typeof planningFields> {
    if (planned?.id === id) return planned.fields
    const { type } = subjectOf(population, id)
    const created = population.rows.instant(population.firstRow[id] ?? 0)
    planned = { id, fields: planningFields(type, id, created, randomOf(population.seed, id, 'planning')) }
    return planned.fields
  }

  return (referenceName: string, id: number, row: number): FieldValue | undefined => {
    const read = readers.get(referenceName)
    if (read) return read(population, id, row)
    const { type } = subjectOf(population, id)
    return type.fields.has(referenceName) ? planningOf(id)[referenceName] : undefined
  }
}
