import 'server-only'
import { resource } from '../protocol/resource'

const area = 'work'
const below = '{project}/{team}/_apis/{area}'

/** IDs and versions as the service itself tells them. */
export const workResources = {
  teamSettings: resource(
    {
      id: 'c3c1012b-bea7-49d7-b45e-1664e566f84c',
      area,
      resourceName: 'teamsettings',
      routeTemplate: `${below}/{resource}`,
      resourceVersion: 1,
    },
    '2.0',
  ),
  iterations: resource(
    {
      id: 'c9175577-28a1-4b06-9197-8636af9f64ad',
      area,
      resourceName: 'iterations',
      routeTemplate: `${below}/teamsettings/{resource}/{id}`,
      resourceVersion: 1,
    },
    '2.0',
  ),
  teamFieldValues: resource(
    {
      id: '07ced576-58ed-49e6-9c1e-5cb53ab8bf2a',
      area,
      resourceName: 'teamfieldvalues',
      routeTemplate: `${below}/teamsettings/{resource}`,
      resourceVersion: 1,
    },
    '2.0',
  ),
  capacities: resource(
    {
      id: '74412d15-8c1a-4352-a48d-ef1ed5587d57',
      area,
      resourceName: 'capacities',
      routeTemplate: `${below}/teamsettings/iterations/{iterationId}/{resource}/{teamMemberId}`,
      resourceVersion: 3,
    },
    '2.0',
  ),
  teamDaysOff: resource(
    {
      id: '2d4faa2e-9150-4cbf-a47a-932b1b4a0773',
      area,
      resourceName: 'teamdaysoff',
      routeTemplate: `${below}/teamsettings/iterations/{iterationId}/{resource}`,
      resourceVersion: 1,
    },
    '2.0',
  ),
  workItems: resource(
    {
      id: '5b3ef1a6-d3ab-44cd-bafd-c7f45db850fa',
      area,
      resourceName: 'workitems',
      routeTemplate: `${below}/teamsettings/iterations/{iterationId}/{resource}`,
      resourceVersion: 1,
    },
    '4.1',
  ),
  backlogConfiguration: resource(
    {
      id: '7799f497-3cb5-4f16-ad4f-5cd06012db64',
      area,
      resourceName: 'backlogconfiguration',
      routeTemplate: `${below}/{resource}`,
      resourceVersion: 1,
    },
    '2.0',
  ),
  backlogs: resource(
    {
      id: 'a93726f9-7867-4e38-b4f2-0bfafc2f6a94',
      area,
      resourceName: 'backlogs',
      routeTemplate: `${below}/{resource}/{id}`,
      resourceVersion: 1,
    },
    '4.1',
  ),
  backlogItems: resource(
    {
      id: '7c468d96-ab1d-4294-a360-92f07e9ccd98',
      area,
      resourceName: 'backlogs',
      routeTemplate: `${below}/{resource}/{backlogId}/workItems`,
      resourceVersion: 1,
    },
    '4.1',
  ),
  boards: resource(
    {
      id: '23ad19fc-3b8e-4877-8462-b3f92bc06b40',
      area,
      resourceName: 'boards',
      routeTemplate: `${below}/{resource}/{id}`,
      resourceVersion: 1,
    },
    '2.0',
  ),
  columns: resource(
    {
      id: 'c555d7ff-84e1-47df-9923-a3fe0cd8751b',
      area,
      resourceName: 'columns',
      routeTemplate: `${below}/boards/{board}/{resource}/{id}`,
      resourceVersion: 1,
    },
    '2.0',
  ),
  rows: resource(
    {
      id: '0863355d-aefd-4d63-8669-984c9b7b0e78',
      area,
      resourceName: 'rows',
      routeTemplate: `${below}/boards/{board}/{resource}/{id}`,
      resourceVersion: 1,
    },
    '2.0',
  ),
  boardColumns: resource(
    {
      id: 'eb7ec5a3-1ba3-4fd1-b834-49a5a387e57d',
      area,
      resourceName: 'boardcolumns',
      routeTemplate: '{project}/_apis/{area}/{resource}',
      resourceVersion: 1,
    },
    '2.0',
  ),
  boardRows: resource(
    {
      id: 'bb494cc6-a0f5-4c6c-8dca-ea6912e79eb9',
      area,
      resourceName: 'boardrows',
      routeTemplate: '{project}/_apis/{area}/{resource}',
      resourceVersion: 1,
    },
    '2.0',
  ),
  processConfiguration: resource(
    {
      id: 'f901ba42-86d2-4b0c-89c1-3f86d06daa84',
      area,
      resourceName: 'processconfiguration',
      routeTemplate: '{project}/_apis/{area}/{resource}',
      resourceVersion: 1,
    },
    '2.0',
  ),
  taskboardColumns: resource(
    {
      id: 'c6815dbe-8e7e-4ffe-9a79-e83ee712aa92',
      area,
      resourceName: 'taskboardColumns',
      routeTemplate: `${below}/{resource}`,
      resourceVersion: 1,
    },
    '5.2',
  ),
  iterationCapacities: resource(
    {
      id: '1e385ce0-396b-4273-8171-d64562c18d37',
      area,
      resourceName: 'iterationcapacities',
      routeTemplate: '{project}/_apis/{area}/iterations/{iterationId}/{resource}',
      resourceVersion: 1,
    },
    '6.1',
  ),
} as const
