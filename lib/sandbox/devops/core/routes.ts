import 'server-only'
import { type Route, route } from '../protocol/route'
import { getProject, listProjects } from './projects'
import { coreResources } from './resources'

const { projects } = coreResources

export const coreRoutes: readonly Route[] = [
  route('GET', projects, 'projects', 'organization', listProjects),
  route('GET', projects, 'projects/*', 'organization', getProject),
]
