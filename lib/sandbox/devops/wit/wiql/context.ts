import 'server-only'
import { type FieldReference, type Query, type Span, WiqlError } from '#lib/platform/wiql/index'
import type { Project, Team, WorkItem } from '../../../seed/model'
import type { Principal } from '../../protocol/sign-in'
import type { Store } from '../../store/index'
import type { Field } from '../fields/field'
import { findField } from '../fields/fields'

/** What a query may refer to. */
export interface Context {
  readonly text: string
  readonly from: Query['from']
  readonly store: Store
  readonly project: Project | undefined
  readonly team: Team | undefined
  readonly caller: Principal
  /** Milliseconds since 1970. */
  readonly now: number
  /** Whether dates are compared with their time of day. */
  readonly timePrecision: boolean
  /** The instant as of which items are read, if the query names one. */
  readonly asOf?: number
}

/**
 * Says what is wrong and with which piece of the query. The sentences that begin with a TF number are the service's;
 * the others are our own wording.
 */
export function fail({ text }: Context, reason: string, span: Span): never {
  throw new WiqlError(reason, text, span)
}

/** Which end of a link a field belongs to does not matter here: conditions on both ends are told apart before. */
export function resolveField(context: Context, { name, end, span }: FieldReference): Field {
  const field = end && context.from === 'workItems' ? undefined : findField(name)
  return field ?? fail(context, 'TF51005: The query references a field that does not exist.', span)
}

export function findItem({ store, asOf }: Context, id: number): WorkItem | undefined {
  return store.workItems.find(id, asOf)
}

/** All items as the query sees them, in the order of their IDs. */
export function* itemsOf(context: Context): Iterable<WorkItem> {
  const { store, asOf } = context
  if (asOf === undefined) return yield* store.workItems.all()
  for (const { id } of store.workItems.all()) {
    const item = findItem(context, id)
    if (item) yield item
  }
}

/** The revisions that the item had gone through by then, the first one first. */
export function revisionsOf({ store, asOf }: Context, { id }: WorkItem): readonly WorkItem[] {
  const revisions = store.workItems.revisions(id)
  return asOf === undefined
    ? revisions
    : revisions.filter((revision) => Number(revision.field('System.ChangedDate')) <= asOf)
}
