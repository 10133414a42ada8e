import 'server-only'
import { type Route, route } from '../protocol/route'
import { getConfiguration, listConfigurations, listEvaluations, listTypes } from './policies'
import { policyResources } from './resources'

const { configurations, evaluations, types } = policyResources

export const policyRoutes: readonly Route[] = [
  route('GET', types, 'policy/types', 'project', listTypes),
  route('GET', configurations, 'policy/configurations', 'project', listConfigurations),
  route('GET', configurations, 'policy/configurations/*', 'project', getConfiguration),
  route('GET', evaluations, 'policy/evaluations', 'project', listEvaluations),
]
