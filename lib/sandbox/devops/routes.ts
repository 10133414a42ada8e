import 'server-only'
import { analyticsRoutes } from './analytics/routes'
import { buildRoutes } from './build/routes'
import { coreRoutes } from './core/routes'
import { dashboardRoutes } from './dashboard/routes'
import { entitlementRoutes } from './entitlements/routes'
import { gitRoutes } from './git/routes'
import { graphRoutes } from './graph/routes'
import { identityRoutes } from './identities/routes'
import { locationRoutes } from './location/routes'
import { pipelineRoutes } from './pipelines/routes'
import { policyRoutes } from './policy/routes'
import type { Route } from './protocol/route'
import { searchRoutes } from './search/routes'
import { securityRoutes } from './security/routes'
import { testRoutes } from './test/routes'
import { categoryRoutes } from './wit/categories/routes'
import { nodeRoutes } from './wit/nodes/routes'
import { queryRoutes } from './wit/queries/routes'
import type { Renderer } from './wit/render'
import { witRoutes } from './wit/routes'
import { processRoutes } from './work/processes/routes'
import { workRoutes } from './work/routes'

/** Everything that the organization answers to; the first route that fits is taken. */
export const createRoutes = (renderer: Renderer): readonly Route[] => [
  ...locationRoutes,
  ...analyticsRoutes,
  ...coreRoutes,
  ...dashboardRoutes,
  ...entitlementRoutes,
  ...graphRoutes,
  ...identityRoutes,
  ...securityRoutes,
  ...gitRoutes,
  ...policyRoutes,
  ...buildRoutes,
  ...pipelineRoutes,
  ...testRoutes,
  ...searchRoutes,
  ...categoryRoutes,
  ...nodeRoutes,
  ...queryRoutes,
  ...witRoutes(renderer),
  ...processRoutes,
  ...workRoutes,
]
