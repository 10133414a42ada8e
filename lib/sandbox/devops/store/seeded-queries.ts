import 'server-only'
import type { Process, Project } from '../../seed/model'

interface SeededQuery {
  readonly name: string
  /** Nothing for a folder. */
  readonly wiql?: string
  readonly children?: readonly SeededQuery[]
}

const columns = '[System.Id], [System.WorkItemType], [System.Title], [System.AssignedTo], [System.State], [System.Tags]'
const inProject = '[System.TeamProject] = @project'

const flat = (where: string, orderBy: string, select = columns): string =>
  `SELECT ${select} FROM WorkItems WHERE ${inProject} AND ${where} ORDER BY ${orderBy}`

function tree(parents: string, children: string): string {
  const source = `([Source].[System.TeamProject] = @project AND [Source].[System.WorkItemType] IN (${parents}))`
  const link = "([System.Links.LinkType] = 'System.LinkTypes.Hierarchy-Forward')"
  const target = `([Target].[System.WorkItemType] IN (${children}))`
  return `SELECT ${columns} FROM WorkItemLinks WHERE ${source} AND ${link} AND ${target} MODE (Recursive)`
}

const quoted = (names: readonly string[]): string => names.map((name) => `'${name}'`).join(', ')

const namesOf = ({ workItemTypes }: Process, ...levels: readonly string[]): string =>
  quoted(workItemTypes.filter(({ level }) => levels.includes(level)).map(({ name }) => name))

function closedStates({ workItemTypes }: Process): string {
  const states = workItemTypes.flatMap((type) => type.states)
  const closed = states.filter(({ category }) => category === 'Completed' || category === 'Removed')
  return quoted([...new Set(closed.map(({ name }) => name))])
}

/** The shared queries that somebody saved in each project: lists, a tree, and one that needs a team. */
export function seededQueries({ process }: Project): readonly SeededQuery[] {
  const isOpen = `[System.State] NOT IN (${closedStates(process)})`
  const requirements = namesOf(process, 'requirement')
  const bugs = namesOf(process, 'bug')
  const bugQuery: SeededQuery = {
    name: 'Open bugs',
    wiql: flat(`[System.WorkItemType] IN (${bugs}) AND ${isOpen}`, '[Microsoft.VSTS.Common.Priority], [System.Id]'),
  }
  return [
    { name: 'Open work', wiql: flat(isOpen, '[System.ChangedDate] DESC') },
    { name: 'Assigned to nobody', wiql: flat(`[System.AssignedTo] = '' AND ${isOpen}`, '[System.CreatedDate] DESC') },
    { name: 'Changed this week', wiql: flat('[System.ChangedDate] >= @Today - 7', '[System.ChangedDate] DESC') },
    ...(bugs === '' ? [] : [bugQuery]),
    {
      name: 'Planning',
      children: [
        { name: 'Backlog with tasks', wiql: tree(requirements, namesOf(process, 'task', 'bug')) },
        {
          name: 'Current sprint',
          wiql: flat('[System.IterationPath] = @CurrentIteration', '[System.State], [System.Id]'),
        },
      ],
    },
  ]
}
