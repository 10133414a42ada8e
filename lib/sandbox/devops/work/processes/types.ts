import 'server-only'
import type { Process, State, WorkItemType } from '../../../seed/model'
import { type Answer, answer, answerList } from '../../protocol/answer'
import type { Call } from '../../protocol/call'
import { guidOf } from '../../store/members/ids'
import { fieldUnknown, workItemTypeUnknown } from '../../wit/errors'
import type { Field } from '../../wit/fields/field'
import { defaultOf, isFieldOf, isRequired } from '../../wit/fields/field-instances'
import { allFields, findField } from '../../wit/fields/fields'
import { stateColors } from '../../wit/work-item-types'
import { stateUnknown } from './errors'
import { processIn, typeUrl, wants } from './processes'

export interface TypeOfProcess {
  readonly process: Process
  readonly type: WorkItemType
}

/** By reference name. @throws 404 */
export function typeIn(call: Call): TypeOfProcess {
  const process = processIn(call)
  const wanted = call.parameters[1] ?? ''
  const type = process.workItemTypes.find(({ referenceName }) => referenceName.toLowerCase() === wanted.toLowerCase())
  if (!type) throw workItemTypeUnknown(wanted, process.id)
  return { process, type }
}

function shownState(call: Call, { process, type }: TypeOfProcess, state: State) {
  const id = guidOf(`state ${state.name} of ${type.referenceName} in ${process.id}`)
  return {
    id,
    name: state.name,
    color: stateColors[state.category],
    stateCategory: state.category,
    order: type.states.indexOf(state) + 1,
    url: `${typeUrl(call, process, type)}/states/${id}`,
    customizationType: 'system',
  }
}

const statesOf = (call: Call, one: TypeOfProcess) => one.type.states.map((state) => shownState(call, one, state))

function shown(call: Call, one: TypeOfProcess) {
  const { process, type } = one
  return {
    referenceName: type.referenceName,
    name: type.name,
    description: type.description,
    url: typeUrl(call, process, type),
    customization: 'system',
    color: type.color,
    icon: type.icon,
    isDisabled: false,
    inherits: null,
    ...(wants(call, 'states', 1) ? { states: statesOf(call, one) } : {}),
  }
}

export function listTypesOfProcess(call: Call): Answer {
  const process = processIn(call)
  return answerList(process.workItemTypes.map((type) => shown(call, { process, type })))
}

export const getTypeOfProcess = (call: Call): Answer => answer(shown(call, typeIn(call)))

export const listStatesOfType = (call: Call): Answer => answerList(statesOf(call, typeIn(call)))

export function getStateOfType(call: Call): Answer {
  const wanted = call.parameters[2] ?? ''
  const state = statesOf(call, typeIn(call)).find(({ id }) => id === wanted.toLowerCase())
  if (!state) throw stateUnknown(wanted)
  return answer(state)
}

function shownField(call: Call, { process, type }: TypeOfProcess, field: Field) {
  const initial = defaultOf(field, type)
  return {
    referenceName: field.referenceName,
    name: field.name,
    type: field.isIdentity ? 'identity' : field.type,
    ...(isRequired(field, type) ? { required: true } : {}),
    ...(initial === null ? {} : { defaultValue: initial }),
    url: `${typeUrl(call, process, type)}/fields/${field.referenceName}`,
    customization: 'system',
  }
}

export function listFieldsOfProcessType(call: Call): Answer {
  const one = typeIn(call)
  return answerList(
    allFields.filter((field) => isFieldOf(field, one.type)).map((field) => shownField(call, one, field)),
  )
}

export function getFieldOfProcessType(call: Call): Answer {
  const one = typeIn(call)
  const wanted = call.parameters[2] ?? ''
  const field = findField(wanted)
  if (!field || !isFieldOf(field, one.type)) throw fieldUnknown(wanted, 404)
  return answer(shownField(call, one, field))
}
