import 'server-only'
import type { Project, StateCategory, WorkItemType } from '../../seed/model'
import { type Answer, answer, answerList } from '../protocol/answer'
import { type Call, projectOf } from '../protocol/call'
import type { Store } from '../store/index'
import { workItemTypeUnknown } from './errors'
import { allFields } from './fields/fields'

const stateColors: Readonly<Record<StateCategory, string>> = {
  Proposed: 'b2b2b2',
  InProgress: '007acc',
  Resolved: 'ff9d00',
  Completed: '339933',
  Removed: 'ffffff',
}

const states = (type: WorkItemType) =>
  type.states.map(({ name, category }) => ({ name, color: stateColors[category], category }))

/** Each state leads to every state, itself included; the key '' stands for creation. */
function transitions({ states: [initial, ...others] }: WorkItemType) {
  const to = (name: string) => ({ to: name, actions: null })
  const all = [initial, ...others].map(({ name }) => to(name))
  return { ...Object.fromEntries(all.map((state) => [state.to, all])), '': [to(initial.name)] }
}

const fieldInstances = (type: WorkItemType, project: Project, { url }: Store) =>
  allFields
    .filter(({ referenceName, isCommon }) => isCommon || type.fields.has(referenceName))
    .map(({ referenceName, name }) => ({
      defaultValue: null,
      alwaysRequired: referenceName === 'System.Title' || referenceName === 'System.State',
      referenceName,
      name,
      url: `${url}/${project.id}/_apis/wit/fields/${referenceName}`,
    }))

function shown(type: WorkItemType, project: Project, store: Store) {
  const { name, referenceName, description, color, icon } = type
  const fields = fieldInstances(type, project, store)
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
