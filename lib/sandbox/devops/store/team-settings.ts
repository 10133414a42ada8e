import 'server-only'
import type { Iteration, Process, Project, Team } from '../../seed/model'
import { childrenOf, type Tree } from './tree'

export type BugsBehavior = 'off' | 'asRequirements' | 'asTasks'

export interface TeamArea {
  readonly id: number
  readonly includeChildren: boolean
}

/** Dates as they were sent. */
export interface DateRange {
  readonly start: string
  readonly end: string
}

export interface Activity {
  readonly capacityPerDay: number
  readonly name: string
}

export interface Capacity {
  readonly activities: readonly Activity[]
  readonly daysOff: readonly DateRange[]
}

/** What a team has chosen. Iterations are named by identifier and areas by ID, so that they may be renamed and moved. */
export interface TeamSettings {
  readonly backlogIteration: string | undefined
  /** Nothing if the macro tells it. */
  readonly defaultIteration: string | undefined
  readonly bugsBehavior: BugsBehavior
  readonly workingDays: readonly string[]
  readonly backlogVisibilities: Readonly<Record<string, boolean>>
  readonly iterations: readonly string[]
  readonly defaultArea: number | undefined
  readonly areas: readonly TeamArea[]
  /** By iteration, then by member. */
  readonly capacities: ReadonlyMap<string, ReadonlyMap<string, Capacity>>
  /** By iteration. */
  readonly daysOff: ReadonlyMap<string, readonly DateRange[]>
}

const weekdays = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday'] as const

const bugsBehaviors: Readonly<Record<Process['name'], BugsBehavior>> = {
  Agile: 'asTasks',
  Scrum: 'asRequirements',
  Basic: 'off',
}

/** In Basic all backlogs show; the other processes leave the highest one out at first. */
function visibilitiesOf({ name }: Process): TeamSettings['backlogVisibilities'] {
  const portfolio =
    name === 'Basic'
      ? { 'Microsoft.EpicCategory': true }
      : { 'Microsoft.EpicCategory': false, 'Microsoft.FeatureCategory': true }
  return { ...portfolio, 'Microsoft.RequirementCategory': true }
}

/** A team that somebody creates has neither iterations nor areas. */
const settingsOfNewTeam = ({ process }: Project): TeamSettings => ({
  backlogIteration: undefined,
  defaultIteration: undefined,
  bugsBehavior: bugsBehaviors[process.name],
  workingDays: weekdays,
  backlogVisibilities: visibilitiesOf(process),
  iterations: [],
  defaultArea: undefined,
  areas: [],
  capacities: new Map(),
  daysOff: new Map(),
})

/** The default team looks after everything; the others share the areas right below the root among them. */
function seededAreas({ areas, teams }: Project, team: Team): readonly TeamArea[] {
  const tree: Tree = areas
  const others = teams.slice(1)
  const own = others.findIndex(({ id }) => id === team.id)
  if (own === -1) return [{ id: tree[0].id, includeChildren: true }]
  const shared = childrenOf(tree, tree[0])
  return shared
    .filter((_, index) => Math.min(others.length - 1, Math.round((index * others.length) / shared.length)) === own)
    .map(({ id }) => ({ id, includeChildren: true }))
}

const usualDays: readonly (readonly Activity[])[] = [
  [{ capacityPerDay: 6, name: 'Development' }],
  [{ capacityPerDay: 5, name: 'Development' }],
  [
    { capacityPerDay: 4, name: 'Development' },
    { capacityPerDay: 2, name: 'Design' },
  ],
  [{ capacityPerDay: 6, name: 'Testing' }],
]

const seededCapacities = ({ members }: Team): ReadonlyMap<string, Capacity> =>
  new Map(members.map(({ id }, at) => [id, { activities: usualDays[at % usualDays.length] ?? [], daysOff: [] }]))

/** Iterations that hold no others: those that work is planned in. */
const sprintsOf = (tree: Tree): Iteration[] => tree.slice(1).filter((node) => childrenOf(tree, node).length === 0)

function seededSettings(project: Project, team: Team): TeamSettings {
  const iterations = sprintsOf(project.iterations)
  const areas = seededAreas(project, team)
  const capacities = seededCapacities(team)
  return {
    ...settingsOfNewTeam(project),
    backlogIteration: project.iterations[0].identifier,
    iterations: iterations.map(({ identifier }) => identifier),
    defaultArea: areas[0]?.id,
    areas,
    capacities: new Map(iterations.map(({ identifier }) => [identifier, capacities])),
  }
}

export interface SettingsOfTeams {
  of(project: Project, team: Team): TeamSettings
  change(project: Project, team: Team, changes: Partial<TeamSettings>): TeamSettings
  /** Gives a team that is there from a project's first day what the wizard gives it. */
  begin(project: Project, team: Team): void
}

export function createTeamSettings(projects: readonly Project[]): SettingsOfTeams {
  const all = new Map<string, TeamSettings>()

  const of = (project: Project, { id }: Team): TeamSettings => all.get(id) ?? settingsOfNewTeam(project)

  function begin(project: Project, team: Team): void {
    all.set(team.id, seededSettings(project, team))
  }

  for (const project of projects) for (const team of project.teams) begin(project, team)
  return {
    of,
    begin,
    change(project, team, changes) {
      const changed = { ...of(project, team), ...changes }
      all.set(team.id, changed)
      return changed
    },
  }
}
