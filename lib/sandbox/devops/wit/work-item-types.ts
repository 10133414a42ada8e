import 'server-only'
import type { Level, Project, State, StateCategory, WorkItemType } from '../../seed/model'
import { type Answer, answer, answerList } from '../protocol/answer'
import { type Call, projectOf } from '../protocol/call'
import type { Store } from '../store/index'
import { workItemTypeUnknown } from './errors'
import { fieldsOfType } from './fields/field-instances'
import { isAllowed } from './rules/transitions'

export const stateColors: Readonly<Record<StateCategory, string>> = {
  Proposed: 'b2b2b2',
  InProgress: '007acc',
  Resolved: 'ff9d00',
  Completed: '339933',
  Removed: 'ffffff',
}

const states = (type: WorkItemType) =>
  type.states.map(({ name, category }) => ({ name, color: stateColors[category], category }))

const workLevels: readonly Level[] = ['bug', 'task']
const checkinLevels: readonly Level[] = [...workLevels, 'requirement', 'issue']

/** Where a check-in takes an item: to what is resolved, or done where nothing is. */
const stateAtCheckin = ({ states: all }: WorkItemType): State | undefined =>
  all.find(({ name }) => name === 'Resolved') ?? all.find(({ category }) => category === 'Completed')

/** What tools do for which an item goes from one state to another. */
function actionsOf(type: WorkItemType, from: State, to: State): string[] | null {
  const isOpen = from.category === 'Proposed' || from.category === 'InProgress'
  if (isOpen && to === stateAtCheckin(type) && checkinLevels.includes(type.level))
    return ['Microsoft.VSTS.Actions.Checkin']
  if (!workLevels.includes(type.level)) return null
  if (from.category === 'Proposed' && to.category === 'InProgress') return ['Microsoft.VSTS.Actions.StartWork']
  return from.category === 'InProgress' && to.category === 'Proposed' ? ['Microsoft.VSTS.Actions.StopWork'] : null
}

/** Each state leads to itself and to those that may follow; the key '' stands for creation. */
function transitions(type: WorkItemType) {
  const [initial] = type.states
  const from = (state: State) => {
    const others = type.states.toReversed().filter((to) => to !== state && isAllowed(type, state, to))
    const ways = others.map((to) => ({ to: to.name, actions: actionsOf(type, state, to) }))
    return [{ to: state.name, actions: null }, ...ways]
  }
  const states = type.states.toSorted((one, other) => (one.name < other.name ? -1 : 1))
  return {
    ...Object.fromEntries(states.map((state) => [state.name, from(state)])),
    '': [{ to: initial.name, actions: null }],
  }
}

function shown(type: WorkItemType, project: Project, store: Store) {
  const { name, referenceName, description, color, icon } = type
  const fields = fieldsOfType(type, store)
  return {
    name,
    referenceName,
    description,
    color,
    icon: { id: icon, url: `${store.url}/_apis/wit/workItemIcons/${icon}?color=${color}&v=2` },
    isDisabled: false,
    fields,
    fieldInstances: fields,
    transitions: transitions(type),
    states: states(type),
    url: `${store.url}/${project.id}/_apis/wit/workItemTypes/${encodeURIComponent(name)}`,
  }
}

/** @throws VS402323 */
export function findType(project: Project, name: string): WorkItemType {
  const wanted = name.toLowerCase()
  const type = project.process.workItemTypes.find((one) =>
    [one.name, one.referenceName].some((known) => known.toLowerCase() === wanted),
  )
  if (!type) throw workItemTypeUnknown(name, project.id)
  return type
}

export function listWorkItemTypes(call: Call): Answer {
  const project = projectOf(call)
  return answerList(project.process.workItemTypes.map((type) => shown(type, project, call.store)))
}

export function getWorkItemType(call: Call): Answer {
  const project = projectOf(call)
  return answer(shown(findType(project, call.parameters[0] ?? ''), project, call.store))
}

export const listStates = (call: Call): Answer =>
  answerList(states(findType(projectOf(call), call.parameters[0] ?? '')))
