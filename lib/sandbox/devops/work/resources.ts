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
} as const
