import 'server-only'
import type { State } from '../../../seed/model'
import { type Answer, answer, answerList } from '../../protocol/answer'
import type { Call } from '../../protocol/call'
import { guidOf } from '../../store/members/ids'
import { isAllowed, transitionReasons } from '../../wit/rules/transitions'
import { ruleUnknown } from './errors'
import { typeUrl } from './processes'
import { type TypeOfProcess, typeIn } from './types'

const state = 'System.State'
const reason = 'System.Reason'

interface Condition {
  readonly conditionType: 'when' | 'whenWas' | 'whenNotChanged'
  readonly field: string
  readonly value: string | null
}

interface Action {
  readonly actionType: 'copyValue' | 'makeReadOnly'
  readonly targetField: string
  readonly value: string | null
}

interface Rule {
  readonly conditions: readonly Condition[]
  readonly action: Action
}

/** Nobody gives a reason for a state that stays. */
const reasonStays: Rule = {
  conditions: [{ conditionType: 'whenNotChanged', field: state, value: null }],
  action: { actionType: 'makeReadOnly', targetField: reason, value: null },
}

function usualReason({ process, type }: TypeOfProcess, from: State, to: State): Rule {
  const [value] = transitionReasons(process, type, from, to)
  return {
    conditions: [
      { conditionType: 'whenWas', field: state, value: from.name },
      { conditionType: 'when', field: state, value: to.name },
    ],
    action: { actionType: 'copyValue', targetField: reason, value },
  }
}

/** Those that the process has for reasons: what an item says of a change of its state unless somebody says more. */
function rulesOf(one: TypeOfProcess): Rule[] {
  const { states } = one.type
  const ways = states.flatMap((from) => states.map((to) => ({ from, to })))
  const open = ways.filter(({ from, to }) => from !== to && isAllowed(one.type, from, to))
  return [reasonStays, ...open.map(({ from, to }) => usualReason(one, from, to))]
}

function shown(call: Call, { process, type }: TypeOfProcess, { conditions, action }: Rule) {
  const about = conditions.map(({ value }) => value).join(' to ')
  const id = guidOf(`rule ${about} ${action.actionType} of ${type.referenceName} in ${process.id}`)
  const url = `${typeUrl(call, process, type)}/rules/${id}`
  return { id, name: null, conditions, actions: [action], isDisabled: false, customizationType: 'system', url }
}

const allShown = (call: Call) => {
  const one = typeIn(call)
  return rulesOf(one).map((rule) => shown(call, one, rule))
}

export const listRulesOfType = (call: Call): Answer => answerList(allShown(call))

/** @throws 404 */
export function getRuleOfType(call: Call): Answer {
  const wanted = call.parameters[2] ?? ''
  const rule = allShown(call).find(({ id }) => id === wanted.toLowerCase())
  if (!rule) throw ruleUnknown(wanted)
  return answer(rule)
}
