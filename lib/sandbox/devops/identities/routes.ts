import 'server-only'
import { type Route, route } from '../protocol/route'
import { getIdentity, readIdentities } from './identities'
import { identityResources } from './resources'

const { identities } = identityResources

export const identityRoutes: readonly Route[] = [
  route('GET', identities, 'identities', 'organization', readIdentities),
  route('GET', identities, 'identities/*', 'organization', getIdentity),
]
