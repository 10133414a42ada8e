import 'server-only'
import { resource } from '../protocol/resource'

/** ID and route as Microsoft's clients have them; versions as the documents do. */
export const searchResources = {
  workItemResults: resource({
    id: '73b2c9e2-ff9e-4447-8cda-5f5b21ff7cae',
    area: 'search',
    resourceName: 'workItemSearchResults',
    routeTemplate: '{project}/_apis/{area}/{resource}',
    resourceVersion: 1,
    service: 'almsearch.dev.azure.com',
  }),
} as const
