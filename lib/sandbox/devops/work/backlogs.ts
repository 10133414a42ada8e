import 'server-only'
import type { WorkItem, WorkItemType } from '../../seed/model'
import { type Answer, answer, answerList } from '../protocol/answer'
import type { Call } from '../protocol/call'
import { columnFields, fieldReference } from './backlog-columns'
import { type BacklogLevel, backlogLevels, findLevel, planningFields } from './backlog-levels'
import { belongsTo } from './iteration-work-items'
import { type TeamContext, teamContext } from './team-context'

const largestBacklog = 1000

const typeReference = ({ store, project }: TeamContext, { name }: WorkItemType) => ({
  name,
  url: `${store.url}/${project.id}/_apis/wit/workItemTypes/${encodeURIComponent(name)}`,
})

const shown = (context: TeamContext, level: BacklogLevel) => ({
  id: level.id,
  name: level.name,
  rank: level.rank,
  workItemCountLimit: largestBacklog,
  addPanelFields: [fieldReference('System.Title', context.store)],
  columnFields: columnFields(level, context.store),
  workItemTypes: level.types.map((type) => typeReference(context, type)),
  defaultWorkItemType: typeReference(context, level.types[0]),
  color: level.types[0].color,
  isHidden: level.isHidden,
  type: level.type,
})

export function listBacklogs(call: Call): Answer {
  const context = teamContext(call)
  return answerList(backlogLevels(context).map((level) => shown(context, level)))
}

export function getBacklog(call: Call): Answer {
  const context = teamContext(call)
  return answer(shown(context, findLevel(context, call.parameters[0] ?? '')))
}

/** What is done or removed has left the backlog. */
function isOpen(item: WorkItem): boolean {
  const state = item.type.states.find(({ name }) => name === item.field('System.State'))
  return state?.category !== 'Completed' && state?.category !== 'Removed'
}

/** The team's open work of that level, in the order in which it is to be done. */
export function listBacklogItems(call: Call): Answer {
  const context = teamContext(call)
  const { types } = findLevel(context, call.parameters[0] ?? '')
  const isOurs = belongsTo(context)
  const names = new Set(types.map(({ name }) => name))
  const order = planningFields(context.project.process).Order
  const rankOf = (item: WorkItem): number => Number(item.field(order) ?? Number.MAX_VALUE)
  const items = [...context.store.workItems.all()]
    .filter((item) => names.has(item.type.name) && isOurs(item) && isOpen(item))
    .toSorted((one, other) => rankOf(one) - rankOf(other))
  return answer({ workItems: items.map(({ id }) => ({ rel: null, source: null, target: { id } })) })
}

const mappedStates = ({ name, states }: WorkItemType) => ({
  workItemTypeName: name,
  states: Object.fromEntries(states.map((state) => [state.name, state.category])),
})

/** Everything about a team's backlogs at once. */
export function getBacklogConfiguration(call: Call): Answer {
  const context = teamContext(call)
  const { store, project, settings } = context
  const levels = backlogLevels(context)
  const of = (type: BacklogLevel['type']) =>
    levels.filter((level) => level.type === type).map((one) => shown(context, one))
  const [taskBacklog] = of('task')
  const [requirementBacklog] = of('requirement')
  return answer({
    taskBacklog,
    requirementBacklog,
    portfolioBacklogs: of('portfolio'),
    workItemTypeMappedStates: levels.flatMap(({ types }) => types.map(mappedStates)),
    backlogFields: { typeFields: planningFields(project.process) },
    bugsBehavior: settings.bugsBehavior,
    hiddenBacklogs: levels.filter(({ isHidden }) => isHidden).map(({ id }) => id),
    url: `${store.url}/${project.id}/_apis/work/backlogconfiguration`,
  })
}

const category = (context: TeamContext, name: string, referenceName: string, types: readonly WorkItemType[]) => ({
  name,
  referenceName,
  workItemTypes: types.map((type) => typeReference(context, type)),
})

/** What the process says about backlogs, whatever a team has made of it: bugs are on none of them. */
export function getProcessConfiguration(call: Call): Answer {
  const team = teamContext(call)
  const { store, project } = team
  const context = { ...team, settings: { ...team.settings, bugsBehavior: 'off' as const } }
  const levels = backlogLevels(context)
  const of = (type: BacklogLevel['type']) =>
    levels.filter((level) => level.type === type).map(({ name, id, types }) => category(context, name, id, types))
  const { Effort, Order, RemainingWork, Activity } = planningFields(project.process)
  const typeFields = { Effort, Order, RemainingWork, Team: 'System.AreaPath', Activity }
  const fields = Object.entries(typeFields).map(([meaning, field]) => [meaning, fieldReference(field, store)])
  const [taskBacklog] = of('task')
  const [requirementBacklog] = of('requirement')
  const bugs = project.process.workItemTypes.filter(({ level }) => level === 'bug')
  return answer({
    typeFields: Object.fromEntries(fields),
    taskBacklog,
    requirementBacklog,
    portfolioBacklogs: of('portfolio'),
    ...(bugs.length === 0 ? {} : { bugWorkItems: category(context, 'Bugs', 'Microsoft.BugCategory', bugs) }),
    url: `${store.url}/${project.id}/_apis/work/processconfiguration`,
  })
}
