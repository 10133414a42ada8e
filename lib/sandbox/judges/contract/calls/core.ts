import 'server-only'
import { type ExampleCall, plain } from '../../example-call'

const renamed = { description: 'What the practice team does' }

export const coreCalls: readonly ExampleCall[] = [
  { call: 'GET _apis/connectionData', keep: { me: 'authenticatedUser.id' } },
  ...plain(['GET _apis/resourceAreas', 'GET _apis/resourceAreas/79134c72-4a58-4b42-976c-04e7115f32bf']),
  ...plain(['GET _apis/projects', 'GET _apis/projects?$top=1', 'GET _apis/projects?stateFilter=all&$skip=1']),
  { call: 'GET _apis/projects/Storefront', keep: { project: 'id', team: 'defaultTeam.id' } },
  ...plain(['GET _apis/projects/{project}?includeCapabilities=true', 'GET _apis/projects/{project}/properties']),
  { call: 'GET _apis/process/processes', keep: { process: 'value.0.id' } },
  ...plain(['GET _apis/process/processes/{process}', 'GET _apis/teams', 'GET _apis/teams?$mine=true']),
  ...plain(['GET _apis/projects/{project}/teams', 'GET _apis/projects/Storefront/teams/{team}']),
  ...plain([
    'GET _apis/projects/{project}/teams?$expandIdentity=true',
    'GET _apis/projects/{project}/categorizedteams',
  ]),
  { call: 'GET _apis/projects/{project}/teams/{team}/members', keep: { person: 'value.0.identity.id' } },
  { call: 'POST _apis/projects/{project}/teams', body: { name: 'Practice' }, keep: { practiceTeam: 'id' } },
  { call: 'PATCH _apis/projects/{project}/teams/{practiceTeam}', body: renamed },
  ...plain(['DELETE _apis/projects/{project}/teams/{practiceTeam}']),
  {
    call: 'POST _apis/projects',
    body: {
      name: 'Practice ground',
      capabilities: { versioncontrol: { sourceControlType: 'git' }, processTemplate: { templateTypeId: '{process}' } },
    },
    keep: { operation: 'id' },
  },
  ...plain(['GET _apis/operations/{operation}', 'GET _apis/projecthistory']),
  { call: 'GET _apis/projects/Practice ground', keep: { ground: 'id' } },
  { call: 'PATCH _apis/projects/{ground}', body: { description: 'To practise' } },
  ...plain(['DELETE _apis/projects/{ground}']),
]
