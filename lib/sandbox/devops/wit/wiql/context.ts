import 'server-only'
import { type FieldReference, type Span, WiqlError } from '#lib/platform/wiql/index'
import type { Project } from '../../../seed/model'
import { notEmulated } from '../../protocol/errors'
import type { Principal } from '../../protocol/sign-in'
import type { Store } from '../../store/index'
import type { Field } from '../fields/field'
import { findField } from '../fields/fields'

/** What a query may refer to. */
export interface Context {
  readonly text: string
  readonly store: Store
  readonly project: Project | undefined
  readonly caller: Principal
  /** Milliseconds since 1970. */
  readonly now: number
  /** Whether dates are compared with their time of day. */
  readonly timePrecision: boolean
}

/**
 * Says what is wrong and with which piece of the query. The sentences that begin with a TF number are the service's;
 * the others are our own wording.
 */
export function fail({ text }: Context, reason: string, span: Span): never {
  throw new WiqlError(reason, text, span)
}

/** @throws WiqlError TF51005 */
export function resolveField(context: Context, { name, end, span }: FieldReference): Field {
  if (end) throw notEmulated('queries for links')
  const field = findField(name)
  return field ?? fail(context, 'TF51005: The query references a field that does not exist.', span)
}
