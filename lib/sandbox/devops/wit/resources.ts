import 'server-only'
import { resource } from '../protocol/resource'

/** IDs and versions as the service itself tells them. */
export const witResources = {
  artifactLinkTypes: resource(
    {
      id: '1a31de40-e318-41cd-a6c6-881077df52e3',
      area: 'wit',
      resourceName: 'artifactLinkTypes',
      routeTemplate: '_apis/{area}/{resource}',
      resourceVersion: 1,
    },
    '3.2',
  ),
  artifactUriQuery: resource(
    {
      id: 'a9a9aa7a-8c09-44d3-ad1b-46e855c1e3d3',
      area: 'wit',
      resourceName: 'artifactUriQuery',
      routeTemplate: '{project}/_apis/{area}/{resource}',
      resourceVersion: 1,
    },
    '3.2',
  ),
  fields: resource({
    id: 'b51fd764-e5c2-4b9b-aaf7-3395cf4bdd94',
    area: 'wit',
    resourceName: 'fields',
    routeTemplate: '{project}/_apis/{area}/{resource}/{fieldNameOrRefName}',
    resourceVersion: 3,
  }),
  wiql: resource({
    id: '1a9c53f7-f243-4447-b110-35ef023636e4',
    area: 'wit',
    resourceName: 'wiql',
    routeTemplate: '{project}/{team}/_apis/{area}/{resource}',
    resourceVersion: 2,
  }),
  workItemIcons: resource({
    id: '4e1eb4a5-1970-4228-a682-ec48eb2dca30',
    area: 'wit',
    resourceName: 'workItemIcons',
    routeTemplate: '_apis/{area}/{resource}/{icon}',
    resourceVersion: 1,
  }),
  workItemRelationTypes: resource({
    id: 'f5d33bc9-5b49-4a3c-a9bd-f3cd46dd2165',
    area: 'wit',
    resourceName: 'workItemRelationTypes',
    routeTemplate: '_apis/{area}/{resource}/{relation}',
    resourceVersion: 2,
  }),
  workItems: resource({
    id: '72c7ddf8-2cdc-4f60-90cd-ab71c14a399b',
    area: 'wit',
    resourceName: 'workItems',
    routeTemplate: '{project}/_apis/{area}/{resource}/{id}',
    resourceVersion: 3,
  }),
  workItemsBatch: resource(
    {
      id: '908509b6-4248-4475-a1cd-829139ba419f',
      area: 'wit',
      resourceName: 'workItemsBatch',
      routeTemplate: '{project}/_apis/{area}/{resource}',
      resourceVersion: 1,
    },
    '5.0',
  ),
  workItemTransitions: resource(
    {
      id: 'afae844b-e2f6-44c2-8053-17b3bb936a40',
      area: 'wit',
      resourceName: 'workItemTransitions',
      routeTemplate: '_apis/{area}/{resource}',
      resourceVersion: 1,
    },
    '4.1',
  ),
  workItemTypes: resource({
    id: '7c8d7a76-4a09-43e8-b5df-bd792f4ac6aa',
    area: 'wit',
    resourceName: 'workItemTypes',
    routeTemplate: '{project}/_apis/{area}/{resource}/{type}',
    resourceVersion: 2,
  }),
  workItemTypeStates: resource({
    id: '7c9d7a76-4a09-43e8-b5df-bd792f4ac6aa',
    area: 'wit',
    resourceName: 'workItemTypeStates',
    routeTemplate: '{project}/_apis/{area}/workitemtypes/{type}/states',
    resourceVersion: 1,
  }),
} as const
