import 'server-only'
import type { Person } from '../../seed/model'
import type { Call } from '../protocol/call'
import type { EntityType } from './entity'
import type { Expression } from './expression'
import { daysIn, latestFacts, revisionFacts, snapshotFacts } from './facts'
import type { Described } from './metadata'
import { areaType, iterationType, projectType, tagType, userType } from './places'
import { tagsOf, workItemRevisionType, workItemSnapshotType, workItemType } from './work-item-type'

/** Hands an entity set's type and rows to whoever asks; their type is known only inside. */
export interface EntitySet {
  readonly described: Described
  /** Only in aggregations. */
  readonly isSnapshot: boolean
  /** @param condition What the rows will be filtered by, for sets that need not make what it leaves out */
  readonly open: <Result>(
    condition: Expression | undefined,
    use: <Row>(type: EntityType<Row>, rows: Iterable<Row>) => Result,
  ) => Result
}

const entitySet = <Row>(
  type: EntityType<Row>,
  rows: (condition: Expression | undefined) => Iterable<Row>,
  isSnapshot = false,
): EntitySet => ({ described: type, isSnapshot, open: (condition, use) => use(type, rows(condition)) })

/** The organization is a year old. */
const age = 400 * 86_400_000

const allTags = (call: Call): Iterable<string> => new Set([...latestFacts(call)].flatMap(tagsOf))

/** What Analytics tells of the organization, or of the project in the address. */
export function entitySetsOf(call: Call): Readonly<Record<string, EntitySet>> {
  const now = call.now.getTime()
  const projects = call.project ? [call.project] : call.store.world.projects
  const people: readonly Person[] = call.store.world.people
  const allDays = { first: now - age, last: now }
  const snapshots = (condition: Expression | undefined) => snapshotFacts(call, daysIn(condition, allDays))
  return {
    Areas: entitySet(areaType, () => projects.flatMap(({ areas }) => areas)),
    Iterations: entitySet(iterationType(now), () => projects.flatMap(({ iterations }) => iterations)),
    Projects: entitySet(projectType, () => projects),
    Tags: entitySet(tagType, () => allTags(call)),
    Users: entitySet(userType, () => people),
    WorkItemRevisions: entitySet(workItemRevisionType(now), () => revisionFacts(call)),
    WorkItemSnapshot: entitySet(workItemSnapshotType(now), snapshots, true),
    WorkItems: entitySet(workItemType(now), () => latestFacts(call)),
  }
}
