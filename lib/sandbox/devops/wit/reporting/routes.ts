import 'server-only'
import { type Route, route } from '../../protocol/route'
import type { Renderer } from '../render'
import { reportingResources } from './resources'
import { workItemLinkHandlers } from './work-item-links'
import { workItemRevisionHandlers } from './work-item-revisions'

const { workItemLinks, workItemRevisions, workItemRevisionsDiscussions: discussions } = reportingResources

export function reportingRoutes(renderer: Renderer): readonly Route[] {
  const { queryRevisions, readDiscussions, readRevisions } = workItemRevisionHandlers(renderer)
  const { readLinks } = workItemLinkHandlers(renderer)
  const anywhere = 'organization or project'
  return [
    route('GET', discussions, 'wit/reporting/workitemrevisions/discussions', anywhere, readDiscussions),
    route('GET', workItemRevisions, 'wit/reporting/workitemrevisions', anywhere, readRevisions),
    route('POST', workItemRevisions, 'wit/reporting/workitemrevisions', anywhere, queryRevisions),
    route('GET', workItemLinks, 'wit/reporting/workitemlinks', anywhere, readLinks),
  ]
}
