import 'server-only'
import type { FieldValue, Person, WorkItem } from '../../seed/model'
import { tagNames } from '../store/tags'
import type { Field, FieldType } from '../wit/fields/field'
import { allFields } from '../wit/fields/fields'
import { type EdmType, type EntityType, type Navigation, type Property, property, toMany, toOne } from './entity'
import { areaType, iterationType, projectType, tagType, userType } from './places'

/** A revision of a work item for as long as it held, and on a day if it is told day by day. */
export interface Fact {
  readonly item: WorkItem
  /** When the next revision came; undefined for the last one. */
  readonly until: number | undefined
  readonly day: number | undefined
}

export const day = 86_400_000

/** Rules of its own for names that are not simply what stands behind the last dot of the reference name. */
const names: Readonly<Record<string, string>> = {
  'System.Id': 'WorkItemId',
  'System.Rev': 'Revision',
  'System.Tags': 'TagNames',
  'System.Parent': 'ParentWorkItemId',
}

const nameOf = ({ referenceName }: Field): string =>
  names[referenceName] ?? referenceName.slice(referenceName.lastIndexOf('.') + 1)

const types: Partial<Record<FieldType, EdmType>> = {
  string: 'Edm.String',
  plainText: 'Edm.String',
  integer: 'Edm.Int32',
  double: 'Edm.Double',
  boolean: 'Edm.Boolean',
  dateTime: 'Edm.DateTimeOffset',
}

/** Told by an entity of its own, or not at all. */
const elsewhere = new Set(['System.TeamProject', 'System.RevisedDate', 'System.AuthorizedDate', 'System.PersonId'])

/** Long texts are not stored in Analytics, paths and people are entities, and the rest of the inner fields stays inside. */
const isStored = ({ referenceName, isIdentity, isInner, type }: Field): boolean =>
  types[type] !== undefined &&
  !isIdentity &&
  !elsewhere.has(referenceName) &&
  (!isInner || names[referenceName] !== undefined || referenceName === 'System.Watermark')

const plain = (value: FieldValue | undefined) => (typeof value === 'object' ? value.displayName : value)

/** `20260131` for a day of January: the key of a date. */
function dateKey(instant: number): number {
  const date = new Date(instant)
  return (date.getUTCFullYear() * 100 + date.getUTCMonth() + 1) * 100 + date.getUTCDate()
}

const instant = ({ item }: Fact, referenceName: string): number | undefined => {
  const value = item.field(referenceName)
  return typeof value === 'number' ? value : undefined
}

const created = (fact: Fact) => instant(fact, 'System.CreatedDate')
const activated = (fact: Fact) => instant(fact, 'Microsoft.VSTS.Common.ActivatedDate')
const closed = (fact: Fact) => instant(fact, 'Microsoft.VSTS.Common.ClosedDate')

/** Days from one moment to another, if both have come. */
const span = (from: number | undefined, to: number | undefined) =>
  from === undefined || to === undefined ? undefined : (to - from) / day

const stateCategory = ({ item }: Fact) =>
  item.type.states.find(({ name }) => name === item.field('System.State'))?.category

const stored: readonly Property<Fact>[] = allFields
  .filter(isStored)
  .map((field) => property(nameOf(field), types[field.type] ?? 'Edm.String', ({ item }) => plain(field.read(item))))

const date = (name: string, read: (fact: Fact) => number | undefined): readonly Property<Fact>[] => [
  property(name, 'Edm.DateTimeOffset', read),
  property(`${name}SK`, 'Edm.Int32', (fact) => {
    const value = read(fact)
    return value === undefined ? undefined : dateKey(value)
  }),
]

const people = allFields.filter(({ isIdentity, isInner }) => isIdentity && !isInner)

const personIn = ({ item }: Fact, field: Field): Person | undefined => {
  const value = field.read(item)
  return typeof value === 'object' ? value : undefined
}

const properties: readonly Property<Fact>[] = [
  property('WorkItemRevisionSK', 'Edm.Int32', ({ item }) => item.id * 1000 + item.rev),
  ...stored,
  property('ProjectSK', 'Edm.Guid', ({ item }) => item.project.id),
  property('AreaSK', 'Edm.Guid', ({ item }) => item.area.identifier),
  property('IterationSK', 'Edm.Guid', ({ item }) => item.iteration.identifier),
  ...people.map((field) => property<Fact>(`${nameOf(field)}UserSK`, 'Edm.Guid', (fact) => personIn(fact, field)?.id)),
  property('StateCategory', 'Edm.String', stateCategory),
  property('CreatedDateSK', 'Edm.Int32', (fact) => dateKey(created(fact) ?? 0)),
  property('ChangedDateSK', 'Edm.Int32', (fact) => dateKey(instant(fact, 'System.ChangedDate') ?? 0)),
  ...date('InProgressDate', activated),
  ...date('CompletedDate', closed),
  property('CycleTimeDays', 'Edm.Double', (fact) => span(activated(fact), closed(fact))),
  property('LeadTimeDays', 'Edm.Double', (fact) => span(created(fact), closed(fact))),
  property('AnalyticsUpdatedDate', 'Edm.DateTimeOffset', (fact) => instant(fact, 'System.ChangedDate')),
]

export const tagsOf = ({ item }: Fact): readonly string[] => tagNames(String(item.field('System.Tags') ?? ''))

const navigations = (now: number): readonly Navigation<Fact>[] => [
  toOne('Project', projectType, ({ item }: Fact) => item.project),
  toOne('Area', areaType, ({ item }: Fact) => item.area),
  toOne('Iteration', iterationType(now), ({ item }: Fact) => item.iteration),
  ...people.map((field) => toOne(nameOf(field), userType, (fact: Fact) => personIn(fact, field))),
  toMany('Tags', tagType, tagsOf),
]

export const workItemType = (now: number): EntityType<Fact> => ({
  name: 'WorkItem',
  key: 'WorkItemId',
  properties,
  navigations: navigations(now),
})

export const workItemRevisionType = (now: number): EntityType<Fact> => ({
  name: 'WorkItemRevision',
  key: 'WorkItemRevisionSK',
  properties: [
    ...properties,
    ...date('RevisedDate', ({ until }) => until),
    property('IsCurrent', 'Edm.Boolean', ({ until }) => until === undefined),
  ],
  navigations: navigations(now),
})

export const workItemSnapshotType = (now: number): EntityType<Fact> => ({
  name: 'WorkItemSnapshot',
  key: 'WorkItemRevisionSK',
  properties: [
    ...workItemRevisionType(now).properties,
    property('DateSK', 'Edm.Int32', ({ day: at = 0 }) => dateKey(at)),
    property('DateValue', 'Edm.DateTimeOffset', ({ day: at }) => at),
  ],
  navigations: navigations(now),
})
