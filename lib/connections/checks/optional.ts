import 'server-only'
import type { Endpoints } from '#lib/platform/azure-devops/endpoints'
import { present } from '../link'
import type { CheckId } from '../schema'
import type { Check } from './check'
import { projectOf } from './project'

interface Asked {
  readonly project: string
  readonly signal: AbortSignal | undefined
}

/** What some features need and others do not: a connection without it is still a good one. */
const optionalCheck = (id: CheckId, see: (endpoints: Endpoints, asked: Asked) => Promise<string>): Check => ({
  id,
  requires: ['projects'],
  isOptional: true,
  async run(link, notes, signal) {
    const endpoints = present(link.endpoints, link, 'organization')
    const project = projectOf(link, notes)
    return { verdict: 'passed', summary: await see(endpoints, { project, signal }) }
  },
})

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`

export const queriesCheck = optionalCheck('queries', async (endpoints, asked) => {
  const folders = await endpoints.getQueries(asked)
  const queries = folders.reduce((sum, { children }) => sum + children.length, 0)
  return `${counted(queries, 'entry', 'entries')} in ${folders.map(({ name }) => name).join(' and ')}.`
})

export const iterationsCheck = optionalCheck('iterations', async (endpoints, asked) => {
  const iterations = await endpoints.getTeamIterations(asked)
  const current = iterations.find(({ timeFrame }) => timeFrame === 'current')
  const now = current ? `now ${current.name}` : 'none of them is now'
  return `The default team has ${counted(iterations.length, 'iteration', 'iterations')}, ${now}.`
})

export const repositoriesCheck = optionalCheck('repositories', async (endpoints, asked) => {
  const repositories = await endpoints.getRepositories(asked)
  return `${asked.project}: ${counted(repositories.length, 'repository', 'repositories')}.`
})

export const buildsCheck = optionalCheck('builds', async (endpoints, asked) => {
  const [latest] = await endpoints.getBuilds({ ...asked, top: 1 })
  return latest ? `Latest build ${latest.buildNumber}: ${latest.result ?? latest.status}.` : 'There are no builds.'
})

/** Asked already for the access level, and only what it needs is new. */
export const analyticsCheck: Check = {
  id: 'analytics',
  requires: ['identity'],
  after: ['access-level'],
  isOptional: true,
  async run(_link, { askAnalytics }) {
    await askAnalytics()
    return { verdict: 'passed', summary: 'Analytics answers.' }
  },
}
