import 'server-only'
import { type Route, unversioned } from '../protocol/route'
import { analytics } from './query'

export const analyticsRoutes: readonly Route[] = [
  unversioned('GET', 'analytics.dev.azure.com', '_odata/**', 'organization or project', analytics),
]
