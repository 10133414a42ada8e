import 'server-only'
import { type Route, route } from '../protocol/route'
import { getConfiguration, getType, listConfigurations, listEvaluations, listTypes } from './policies'
import { policyResources } from './resources'

const { configurations, evaluations, types } = policyResources

export const policyRoutes: readonly Route[] = [
  route('GET', types, 'policy/types', 'project', listTypes),
  route('GET', types, 'policy/types/*', 'project', getType),
  route('GET', configurations, 'policy/configurations', 'project', listConfigurations),
  route('GET', configurations, 'policy/configurations/*', 'project', getConfiguration),
  route('GET', evaluations, 'policy/evaluations', 'project', listEvaluations),
]
