import 'server-only'
import { resource } from '../../protocol/resource'

/** IDs and versions as the service itself tells them. */
export const writingResources = {
  batch: resource({
    id: '92eefc1f-1e81-473d-88d6-749205248dc3',
    area: 'wit',
    resourceName: 'batch',
    // The dollar sign belongs to the address.
    routeTemplate: `_apis/{area}/\${resource}`,
    resourceVersion: 2,
  }),
  recycleBin: resource(
    {
      id: 'b70d8d39-926c-465e-b927-b1bf0e5ca0e0',
      area: 'wit',
      resourceName: 'recyclebin',
      routeTemplate: '{project}/_apis/{area}/{resource}/{id}',
      resourceVersion: 2,
    },
    '2.1',
  ),
  /** New items; other than the dollar sign nothing tells their addresses from those of items. */
  newWorkItems: resource({
    id: '62d3d110-0047-428c-ad3c-4fe872c91c74',
    area: 'wit',
    resourceName: 'workItems',
    routeTemplate: `{project}/_apis/{area}/{resource}/\${type}`,
    resourceVersion: 3,
  }),
  workItemsDelete: resource(
    {
      id: '8bc57545-27e5-420d-b709-f6e3ebcc1fc1',
      area: 'wit',
      resourceName: 'workItemsDelete',
      routeTemplate: '{project}/_apis/{area}/{resource}',
      resourceVersion: 1,
    },
    '7.1',
  ),
} as const
