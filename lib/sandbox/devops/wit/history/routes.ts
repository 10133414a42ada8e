import 'server-only'
import { type Route, route } from '../../protocol/route'
import type { Renderer } from '../render'
import { historyResources } from './resources'
import { revisionHandlers } from './revisions'
import { updateHandlers } from './updates'

const { revisions, updates } = historyResources

export function historyRoutes(renderer: Renderer): readonly Route[] {
  const { getRevision, listRevisions } = revisionHandlers(renderer)
  const { getUpdate, listUpdates } = updateHandlers(renderer)
  return [
    route('GET', revisions, 'wit/workitems/*/revisions', 'organization or project', listRevisions),
    route('GET', revisions, 'wit/workitems/*/revisions/*', 'organization or project', getRevision),
    route('GET', updates, 'wit/workitems/*/updates', 'organization or project', listUpdates),
    route('GET', updates, 'wit/workitems/*/updates/*', 'organization or project', getUpdate),
  ]
}
