import 'server-only'
import { type Route, route } from '../protocol/route'
import { listArtifactLinkTypes } from './artifact-link-types'
import { queryArtifactUris } from './artifact-uris'
import { attachmentRoutes } from './attachments/routes'
import { commentRoutes } from './comments/routes'
import { getField, listFields } from './fields/field-answers'
import { historyRoutes } from './history/routes'
import { getRelationTypes } from './relation-types'
import type { Renderer } from './render'
import { reportingRoutes } from './reporting/routes'
import { witResources } from './resources'
import { tagRoutes } from './tags/routes'
import { queryByWiql } from './wiql/query-by-wiql'
import { getIcon, listIcons } from './work-item-icons'
import { listTransitions } from './work-item-transitions'
import { getWorkItemType, listStates, listWorkItemTypes } from './work-item-types'
import { workItemHandlers } from './work-items'
import { writeRoutes } from './writing/routes'

const {
  artifactLinkTypes,
  artifactUriQuery,
  fields,
  wiql,
  workItemIcons,
  workItemRelationTypes,
  workItemTransitions,
  workItems,
  workItemsBatch,
  workItemTypes,
  workItemTypeStates,
} = witResources

export function witRoutes(renderer: Renderer): readonly Route[] {
  const { batch, get, list } = workItemHandlers(renderer)
  return [
    ...writeRoutes(renderer),
    route('GET', fields, 'wit/fields', 'organization or project', listFields),
    route('GET', fields, 'wit/fields/*', 'organization or project', getField),
    route('GET', workItemRelationTypes, 'wit/workitemrelationtypes', 'organization', getRelationTypes),
    route('GET', workItemRelationTypes, 'wit/workitemrelationtypes/*', 'organization', getRelationTypes),
    route('GET', workItemTypes, 'wit/workitemtypes', 'project', listWorkItemTypes),
    route('GET', workItemTypes, 'wit/workitemtypes/*', 'project', getWorkItemType),
    route('GET', workItemTypeStates, 'wit/workitemtypes/*/states', 'project', listStates),
    route('GET', workItems, 'wit/workitems', 'organization or project', list),
    route('GET', workItems, 'wit/workitems/*', 'organization or project', get),
    route('POST', workItemsBatch, 'wit/workitemsbatch', 'organization or project', batch),
    route('POST', wiql, 'wit/wiql', 'any', queryByWiql),
    route('GET', workItemIcons, 'wit/workitemicons', 'organization', listIcons),
    route('GET', workItemIcons, 'wit/workitemicons/*', 'organization', getIcon),
    route('GET', workItemTransitions, 'wit/workitemtransitions', 'organization', listTransitions),
    route('GET', artifactLinkTypes, 'wit/artifactlinktypes', 'organization', listArtifactLinkTypes),
    route('POST', artifactUriQuery, 'wit/artifacturiquery', 'organization or project', queryArtifactUris),
    ...attachmentRoutes,
    ...commentRoutes(renderer),
    ...historyRoutes(renderer),
    ...reportingRoutes(renderer),
    ...tagRoutes,
  ]
}
