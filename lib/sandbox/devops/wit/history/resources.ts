import 'server-only'
import { resource } from '../../protocol/resource'

export const historyResources = {
  revisions: resource({
    id: 'a00c85a5-80fa-4565-99c3-bcd2181434bb',
    area: 'wit',
    resourceName: 'revisions',
    routeTemplate: '{project}/_apis/{area}/workItems/{id}/revisions/{revisionNumber}',
    resourceVersion: 3,
  }),
  updates: resource({
    id: '6570bf97-d02c-4a91-8d93-3abe9895b1a9',
    area: 'wit',
    resourceName: 'updates',
    routeTemplate: '{project}/_apis/{area}/workItems/{id}/updates/{updateNumber}',
    resourceVersion: 4,
  }),
} as const
