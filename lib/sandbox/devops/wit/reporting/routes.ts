import 'server-only'
import { type Route, route } from '../../protocol/route'
import type { Renderer } from '../render'
import { reportingResources } from './resources'
import { workItemLinkHandlers } from './work-item-links'
import { workItemRevisionHandlers } from './work-item-revisions'

const { workItemLinks, workItemRevisions } = reportingResources

export function reportingRoutes(renderer: Renderer): readonly Route[] {
  const { queryRevisions, readRevisions } = workItemRevisionHandlers(renderer)
  const { readLinks } = workItemLinkHandlers(renderer)
  return [
    route('GET', workItemRevisions, 'wit/reporting/workitemrevisions', 'organization or project', readRevisions),
    route('POST', workItemRevisions, 'wit/reporting/workitemrevisions', 'organization or project', queryRevisions),
    route('GET', workItemLinks, 'wit/reporting/workitemlinks', 'organization or project', readLinks),
  ]
}
