import 'server-only'

/** A row of what `OPTIONS _apis` answers: where a resource is and in which versions. */
export interface Resource {
  readonly id: string
  readonly area: string
  readonly resourceName: string
  readonly routeTemplate: string
  readonly resourceVersion: number
  readonly minVersion: string
  readonly maxVersion: string
  /** `0.0`: every version is a preview. */
  readonly releasedVersion: string
}

const latest = '7.2'
const released = '7.1'

type Row = Pick<Resource, 'id' | 'area' | 'resourceName' | 'routeTemplate' | 'resourceVersion'>

const resource = (row: Row, minVersion = '1.0'): Resource => ({
  ...row,
  minVersion,
  maxVersion: latest,
  releasedVersion: released,
})

const preview = (row: Row, minVersion = '1.0'): Resource => ({ ...resource(row, minVersion), releasedVersion: '0.0' })

/** IDs and versions as the service itself tells them. */
export const resources = {
  connectionData: preview({
    id: '00d9565f-ed9c-4a06-9a50-00e7896ccab4',
    area: 'Location',
    resourceName: 'ConnectionData',
    routeTemplate: '_apis/{resource}',
    resourceVersion: 1,
  }),
  resourceAreas: preview(
    {
      id: 'e81700f7-3be2-46de-8624-2eb35882fcaa',
      area: 'Location',
      resourceName: 'ResourceAreas',
      routeTemplate: '_apis/{resource}/{areaId}',
      resourceVersion: 1,
    },
    '3.2',
  ),
  projects: resource({
    id: '603fe2ac-9723-48b9-88ad-09305aa6c6e1',
    area: 'core',
    resourceName: 'projects',
    routeTemplate: '_apis/{resource}/{*projectId}',
    resourceVersion: 4,
  }),
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

/** Areas that have resources here, with the IDs by which clients look for them. */
export const resourceAreas = [
  { id: '79134c72-4a58-4b42-976c-04e7115f32bf', name: 'core' },
  { id: '5264459e-e5e0-4bd8-b118-0985e68a4ec5', name: 'wit' },
] as const
