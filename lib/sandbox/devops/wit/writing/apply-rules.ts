import 'server-only'
import type { State } from '../../../seed/model'
import { fieldRules } from '../rules/field-rules'
import { findState, isAllowed, transitionReasons } from '../rules/transitions'
import { currentValue, type Draft, readField, type Writing } from './draft'
import { isEmptyButRequired, isNotEmpty, isNotInList } from './violations'

const common = 'Microsoft.VSTS.Common.'

/** Sets or clears the date and the person that go with a state, if the type has them. */
function mark({ type, fields }: Draft, name: 'Activated' | 'Resolved' | 'Closed', author?: Writing['author']): void {
  if (!type.fields.has(`${common}${name}Date`)) return
  fields.set(`${common}${name}Date`, author?.at)
  fields.set(`${common}${name}By`, author?.by)
}

/** Whether the type has a state of its own for what is done but not accepted. */
const canResolve = ({ type }: Draft): boolean => type.states.some(({ name }) => name === 'Resolved')

const isResolved = ({ name }: State): boolean => name === 'Resolved'
const isOpen = (state: State | undefined): boolean => state === undefined || state.category === 'Proposed'

/** An item that skips states on its way has passed them, where the process knows a state between. */
function markCompleted(draft: Draft, from: State | undefined, { author }: Writing): void {
  if (canResolve(draft) && isOpen(from)) mark(draft, 'Activated', author)
  if (canResolve(draft) && !(from && isResolved(from))) mark(draft, 'Resolved', author)
  mark(draft, 'Closed', author)
}

function markResolved(draft: Draft, from: State | undefined, { author }: Writing): void {
  if (isOpen(from)) mark(draft, 'Activated', author)
  if (from?.category !== 'Completed') mark(draft, 'Resolved', author)
  mark(draft, 'Closed')
}

function markOpen(draft: Draft, to: State, { author }: Writing): void {
  mark(draft, 'Activated', to.category === 'InProgress' ? author : undefined)
  mark(draft, 'Resolved')
  mark(draft, 'Closed')
}

function markState(draft: Draft, from: State | undefined, to: State, writing: Writing): void {
  draft.fields.set(`${common}StateChangeDate`, writing.author.at)
  if (to.category === 'Removed') return
  if (to.category === 'Completed') markCompleted(draft, from, writing)
  else if (isResolved(to)) markResolved(draft, from, writing)
  else markOpen(draft, to, writing)
}

/** A bug keeps why it was resolved. */
function keepResolution({ type, fields }: Draft, to: State): void {
  const name = `${common}ResolvedReason`
  if (!type.fields.has(name) || type.level !== 'bug') return
  if (isResolved(to)) fields.set(name, fields.get('System.Reason'))
  else if (to.category !== 'Completed') fields.set(name, undefined)
}

function giveReason(draft: Draft, from: State | undefined, to: State): void {
  const reasons = transitionReasons(draft.project.process, draft.type, from, to)
  const given = draft.fields.get('System.Reason')
  if (given === undefined) draft.fields.set('System.Reason', reasons[0])
  else if (!reasons.some((reason) => reason === given)) {
    draft.violations.push(isNotInList('System.Reason', given))
  }
}

/** A reason alone may become any of those for which an item comes into its state. */
function checkReason(draft: Draft, state: State): void {
  const { project, type, fields } = draft
  const given = fields.get('System.Reason')
  const reasons = [undefined, ...type.states].flatMap((from) => [
    ...transitionReasons(project.process, type, from, state),
  ])
  if (given !== undefined && !reasons.some((reason) => reason === given)) {
    draft.violations.push(isNotInList('System.Reason', given))
  }
}

function changeState(draft: Draft, from: State | undefined, to: State, writing: Writing): void {
  giveReason(draft, from, to)
  markState(draft, from, to, writing)
  keepResolution(draft, to)
  const remaining = 'Microsoft.VSTS.Scheduling.RemainingWork'
  if (draft.type.level !== 'task' || to.category !== 'Completed') return
  if (draft.fields.get(remaining) !== undefined) draft.violations.push(isNotEmpty(remaining))
  draft.fields.set(remaining, undefined)
}

const isReachable = ({ type }: Draft, from: State | undefined, to: State): boolean =>
  from ? isAllowed(type, from, to) : to === type.states[0]

/** A type without the item's state starts the item anew. */
function stateOf(draft: Draft): unknown {
  const state = currentValue(draft, 'System.State') ?? draft.type.states[0].name
  const isForeign = draft.type !== draft.before?.type && !draft.fields.has('System.State')
  return isForeign && !findState(draft.type, state) ? draft.type.states[0].name : state
}

/** The state that the item had, if its type still has it. */
const formerState = ({ type, before }: Draft): State | undefined =>
  before?.type.name === type.name ? findState(type, readField(before, 'System.State')) : undefined

function applyWorkflow(draft: Draft, writing: Writing): void {
  const wanted = stateOf(draft)
  const to = findState(draft.type, wanted)
  const from = formerState(draft)
  const isRetyped = draft.before !== undefined && from === undefined
  if (!to || !(isRetyped || isReachable(draft, from, to))) {
    draft.violations.push(isNotInList('System.State', wanted))
    return
  }
  draft.fields.set('System.State', to.name)
  if (to === from) checkReason(draft, to)
  else changeState(draft, from, to, writing)
}

function applyLists(draft: Draft): void {
  for (const { referenceName, values, initial, required = false } of fieldRules(draft.type)) {
    if (!draft.before && !draft.fields.has(referenceName)) draft.fields.set(referenceName, initial)
    const value = currentValue(draft, referenceName)
    const isOld = value === readField(draft.before, referenceName)
    if (value === undefined && required) draft.violations.push(isEmptyButRequired(referenceName, true))
    if (value !== undefined && !isOld && !values.some((one) => one === value)) {
      draft.violations.push(isNotInList(referenceName, value))
    }
  }
}

/** What a new item has even where nobody asks for rules. */
export function fillIn(draft: Draft): void {
  const { fields, type } = draft
  const state = findState(type, fields.get('System.State')) ?? type.states[0]
  const initial = fieldRules(type).map((rule) => [rule.referenceName, rule.initial] as const)
  const filled = new Map([['System.State', state.name], ['System.Reason', state.reason], ...initial, ...fields])
  for (const [name, value] of filled) fields.set(name, value)
}

/**
 * What the process does with a change: reasons, dates and people that go with states, defaults, required fields and
 * lists. Which rules are broken is gathered in the draft.
 */
export function applyRules(draft: Draft, writing: Writing): void {
  applyWorkflow(draft, writing)
  applyLists(draft)
  if (currentValue(draft, 'System.Title') === undefined) {
    draft.violations.push(isEmptyButRequired('System.Title', false))
  }
}
