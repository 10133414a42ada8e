import 'server-only'
import { type Calendar, day } from './calendar'
import type { Person, Project } from './model'
import { type Cadence, createAreas, createIterations, createNodeFactory } from './nodes'
import { processes } from './processes'
import { guid, type Random } from './random'
import { createSprints, type Sprints } from './sprints'
import { fieldService, type ProjectVocabulary, storefront, workplace } from './vocabulary'

interface Plan {
  readonly name: string
  readonly description: string
  readonly process: keyof typeof processes
  readonly vocabulary: ProjectVocabulary
  readonly cadence: Cadence
  readonly teams: readonly string[]
  /** Its share of the organization's work items. */
  readonly weight: number
}

const plans: readonly Plan[] = [
  {
    name: 'Storefront',
    description: 'The online shop and what it stands on.',
    process: 'agile',
    vocabulary: storefront,
    cadence: { name: 'Sprint', weeks: 2, byQuarter: true },
    teams: ['Discovery', 'Purchase', 'Shop Platform'],
    weight: 0.57,
  },
  {
    name: 'Field Service',
    description: 'Planning and mobile app for the technicians on the road.',
    process: 'scrum',
    vocabulary: fieldService,
    cadence: { name: 'Sprint', weeks: 2, byQuarter: false },
    teams: ['Planning', 'On Site'],
    weight: 0.32,
  },
  {
    name: 'Workplace',
    description: '',
    process: 'basic',
    vocabulary: workplace,
    cadence: { name: 'Iteration', weeks: 4, byQuarter: false },
    teams: [],
    weight: 0.11,
  },
]

export interface PlannedProject extends Pick<Plan, 'vocabulary' | 'weight'> {
  readonly project: Project
  /** Who works or worked in it: positions in the list of everybody. */
  readonly people: readonly number[]
  readonly sprints: Sprints
}

/** The default team holds everybody, each other team some of them. */
function createTeams(plan: Plan, people: readonly Person[], random: Random): Project['teams'] {
  const everybody = {
    id: guid(random),
    name: `${plan.name} Team`,
    description: 'The default project team.',
    members: people,
  }
  const others = plan.teams.map((name, index) => ({
    id: guid(random),
    name,
    description: '',
    members: people.filter((_, position) => position % plan.teams.length === index),
  }))
  return [everybody, ...others]
}

/** Three projects, one for each of the processes Agile, Scrum and Basic. */
export function createProjects(
  everybody: readonly Person[],
  departures: readonly number[],
  calendar: Calendar,
  random: Random,
): PlannedProject[] {
  const { now } = calendar
  const createNode = createNodeFactory(random)
  return plans.map((plan, index) => {
    const people = everybody.map((_, position) => position).slice(index * 4, index * 4 + 10)
    const stayed = people.filter((position) => departures[position] === Number.POSITIVE_INFINITY)
    const members = stayed.flatMap((position) => everybody[position] ?? [])
    const project = {
      id: guid(random),
      name: plan.name,
      description: plan.description,
      process: processes[plan.process],
      revision: 40 + random.below(400),
      lastUpdateTime: now.getTime() - (300 + random.below(400)) * day - random.below(day),
      teams: createTeams(plan, members, random),
      areas: createAreas(plan.name, plan.vocabulary.areas, createNode),
      iterations: createIterations(plan.name, plan.cadence, now, createNode),
    }
    const sprints = createSprints(project.iterations, calendar)
    return { project, people, sprints, vocabulary: plan.vocabulary, weight: plan.weight }
  })
}
