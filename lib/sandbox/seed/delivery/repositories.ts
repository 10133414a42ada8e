import 'server-only'
import type { Calendar } from '../calendar'
import type { World } from '../model'
import { guid, type Random } from '../random'
import type { Repository } from './model'

interface Plan {
  readonly project: string
  readonly name: string
  /** How many pull requests are made on a working day. */
  readonly pace: number
  /** How long its pipelines run, in minutes. */
  readonly minutes: number
  readonly isBuiltAtNight?: boolean
}

const plans: readonly Plan[] = [
  { project: 'Storefront', name: 'storefront-web', pace: 1.3, minutes: 11, isBuiltAtNight: true },
  { project: 'Storefront', name: 'storefront-services', pace: 1, minutes: 8 },
  { project: 'Storefront', name: 'shop-platform', pace: 0.5, minutes: 6 },
  { project: 'Field Service', name: 'dispatch-service', pace: 0.9, minutes: 7 },
  { project: 'Field Service', name: 'technician-app', pace: 0.8, minutes: 14, isBuiltAtNight: true },
  { project: 'Workplace', name: 'handbook', pace: 0.15, minutes: 3 },
]

export interface PlannedRepository extends Omit<Plan, 'project' | 'name'> {
  readonly repository: Repository
}

const megabyte = 1_048_576

/** Six repositories, each worked on by those who work in its project. */
export function createRepositories({ projects }: World, calendar: Calendar, random: Random): PlannedRepository[] {
  return plans.flatMap(({ name, project: projectName, ...plan }) => {
    const project = projects.find((one) => one.name === projectName)
    if (!project) return []
    const size = Math.floor((1 + plan.pace * random.between(20, 60)) * megabyte)
    const people = project.teams[0].members
    const repository = { id: guid(random), name, project, size, people, created: calendar.instant(0) }
    return [{ ...plan, repository }]
  })
}
