import 'server-only'
import type { Process, WorkItemType } from '../../seed/model'
import { backlogUnknown } from './errors'
import type { TeamContext } from './team-context'

export type BacklogType = 'portfolio' | 'requirement' | 'task'

/** A level of planning: the types that are planned on it, from portfolio to task. */
export interface BacklogLevel {
  /** Reference name of its category. */
  readonly id: string
  readonly name: string
  readonly rank: number
  readonly type: BacklogType
  /** The one to offer comes first. */
  readonly types: readonly [WorkItemType, ...WorkItemType[]]
  readonly isHidden: boolean
}

const requirement = 'Microsoft.RequirementCategory'
const task = 'Microsoft.TaskCategory'
const bug = 'Microsoft.BugCategory'

/** From the lowest to the highest. */
const categories = [task, requirement, 'Microsoft.FeatureCategory', 'Microsoft.EpicCategory']

const requirementNames: Readonly<Record<Process['name'], string>> = {
  Agile: 'Stories',
  Scrum: 'Backlog items',
  Basic: 'Issues',
}

/** What the backlog of a category is called. */
export const nameOf = (id: string, { name }: Process): string =>
  ({ [task]: 'Tasks', [requirement]: requirementNames[name], 'Microsoft.FeatureCategory': 'Features' })[id] ?? 'Epics'

const typeOf = (id: string): BacklogType => {
  if (id === task) return 'task'
  return id === requirement ? 'requirement' : 'portfolio'
}

/** Bugs are planned with requirements, with tasks, or not at all, as the team has chosen. */
function holdsBugs(id: string, { settings }: TeamContext): boolean {
  return (
    (id === requirement && settings.bugsBehavior === 'asRequirements') ||
    (id === task && settings.bugsBehavior === 'asTasks')
  )
}

/** The team's backlogs, the highest first. */
export function backlogLevels(context: TeamContext): readonly BacklogLevel[] {
  const { process } = context.project
  const present = categories.filter((id) => process.workItemTypes.some(({ category }) => category === id))
  const levels = present.flatMap((id, index) => {
    const wanted = holdsBugs(id, context) ? [id, bug] : [id]
    const types = wanted.flatMap((category) => process.workItemTypes.filter((type) => type.category === category))
    const [first, ...others] = types
    const isHidden = context.settings.backlogVisibilities[id] === false
    const about = { id, name: nameOf(id, process), rank: index + 1, type: typeOf(id), isHidden }
    return first ? [{ ...about, types: [first, ...others] as const }] : []
  })
  return levels.toReversed()
}

/** By reference name of the category or by name, whatever the case. @throws 404 */
export function findLevel(context: TeamContext, idOrName: string): BacklogLevel {
  const wanted = idOrName.toLowerCase()
  const level = backlogLevels(context).find(({ id, name }) => [id, name].some((one) => one.toLowerCase() === wanted))
  if (!level) throw backlogUnknown(idOrName)
  return level
}

const common = 'Microsoft.VSTS.Common.'
const scheduling = 'Microsoft.VSTS.Scheduling.'

/** What fields mean for planning. */
export const planningFields = ({ name }: Process) => ({
  Order: name === 'Scrum' ? `${common}BacklogPriority` : `${common}StackRank`,
  Effort: name === 'Agile' ? `${scheduling}StoryPoints` : `${scheduling}Effort`,
  RemainingWork: `${scheduling}RemainingWork`,
  Activity: `${common}Activity`,
})
