import 'server-only'
import { resource } from '../../protocol/resource'
import { type Route, route } from '../../protocol/route'
import { getBehavior, listBehaviors } from './behaviors'
import { getProcessDefinition, listPicklists, listProcessDefinitions } from './processes'
import { getRuleOfType, listRulesOfType } from './rules'
import {
  getFieldOfProcessType,
  getStateOfType,
  getTypeOfProcess,
  listFieldsOfProcessType,
  listStatesOfType,
  listTypesOfProcess,
} from './types'

const area = 'processes'
const ofType = '_apis/work/{area}/{processId}/workItemTypes/{witRefName}'

/** IDs and versions as the service itself tells them. */
const processes = resource(
  {
    id: '02cc6a73-5cfb-427d-8c8e-b49fb086e8af',
    area,
    resourceName: 'processes',
    routeTemplate: '_apis/work/{resource}/{processTypeId}',
    resourceVersion: 2,
  },
  '2.1',
)

const lists = resource(
  {
    id: '01e15468-e27c-4e20-a974-bd957dcccebc',
    area,
    resourceName: 'lists',
    routeTemplate: '_apis/work/{area}/{resource}/{listId}',
    resourceVersion: 1,
  },
  '5.0',
)

const types = resource(
  {
    id: 'e2e9d1a6-432d-4062-8870-bfcb8c324ad7',
    area,
    resourceName: 'workItemTypes',
    routeTemplate: '_apis/work/{area}/{processId}/{resource}/{witRefName}',
    resourceVersion: 2,
  },
  '2.1',
)

const states = resource(
  {
    id: '31015d57-2dff-4a46-adb3-2fb4ee3dcec9',
    area,
    resourceName: 'states',
    routeTemplate: `${ofType}/{resource}/{stateId}`,
    resourceVersion: 1,
  },
  '3.2',
)

const fields = resource(
  {
    id: 'bc0ad8dc-e3f3-46b0-b06c-5bf861793196',
    area,
    resourceName: 'fields',
    routeTemplate: `${ofType}/{resource}/{fieldRefName}`,
    resourceVersion: 2,
  },
  '2.1',
)

const behaviors = resource(
  {
    id: 'd1800200-f184-4e75-a5f2-ad0b04b4373e',
    area,
    resourceName: 'behaviors',
    routeTemplate: '_apis/work/{area}/{processId}/{resource}/{behaviorRefName}',
    resourceVersion: 2,
  },
  '2.1',
)

const rules = resource(
  {
    id: '76fe3432-d825-479d-a5f6-983bbb78b4f3',
    area,
    resourceName: 'rules',
    routeTemplate: `${ofType}/{resource}/{ruleId}`,
    resourceVersion: 2,
  },
  '2.1',
)

/** Reading only: processes are not customized here. */
export const processRoutes: readonly Route[] = [
  route('GET', processes, 'work/processes', 'organization', listProcessDefinitions),
  route('GET', lists, 'work/processes/lists', 'organization', listPicklists),
  route('GET', processes, 'work/processes/*', 'organization', getProcessDefinition),
  route('GET', types, 'work/processes/*/workitemtypes', 'organization', listTypesOfProcess),
  route('GET', types, 'work/processes/*/workitemtypes/*', 'organization', getTypeOfProcess),
  route('GET', states, 'work/processes/*/workitemtypes/*/states', 'organization', listStatesOfType),
  route('GET', states, 'work/processes/*/workitemtypes/*/states/*', 'organization', getStateOfType),
  route('GET', fields, 'work/processes/*/workitemtypes/*/fields', 'organization', listFieldsOfProcessType),
  route('GET', fields, 'work/processes/*/workitemtypes/*/fields/*', 'organization', getFieldOfProcessType),
  route('GET', rules, 'work/processes/*/workitemtypes/*/rules', 'organization', listRulesOfType),
  route('GET', rules, 'work/processes/*/workitemtypes/*/rules/*', 'organization', getRuleOfType),
  route('GET', behaviors, 'work/processes/*/behaviors', 'organization', listBehaviors),
  route('GET', behaviors, 'work/processes/*/behaviors/*', 'organization', getBehavior),
]
