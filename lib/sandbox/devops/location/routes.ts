import 'server-only'
import { type Route, route } from '../protocol/route'
import { getConnectionData, getResourceAreas } from './discovery'
import { locationResources } from './resources'

const { connectionData, resourceAreas } = locationResources

export const locationRoutes: readonly Route[] = [
  route('GET', connectionData, 'connectiondata', 'organization', getConnectionData),
  route('GET', resourceAreas, 'resourceareas', 'organization', getResourceAreas),
  route('GET', resourceAreas, 'resourceareas/*', 'organization', getResourceAreas),
]
