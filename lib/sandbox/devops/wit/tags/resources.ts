import 'server-only'
import { resource } from '../../protocol/resource'

export const tagResource = resource(
  {
    id: 'bc15bc60-e7a8-43cb-ab01-2106be3983a1',
    area: 'wit',
    resourceName: 'tags',
    routeTemplate: '{project}/_apis/{area}/{resource}/{tagIdOrName}',
    resourceVersion: 1,
  },
  '5.2',
)
