import 'server-only'
import { coreRoutes } from './core/routes'
import { locationRoutes } from './location/routes'
import type { Route } from './protocol/route'
import type { Renderer } from './wit/render'
import { witRoutes } from './wit/routes'

/** Everything that the organization answers to; the first route that fits is taken. */
export const createRoutes = (renderer: Renderer): readonly Route[] => [
  ...locationRoutes,
  ...coreRoutes,
  ...witRoutes(renderer),
]
