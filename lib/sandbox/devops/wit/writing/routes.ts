import 'server-only'
import { type Route, route } from '../../protocol/route'
import type { Renderer } from '../render'
import { witResources } from '../resources'
import { runBatch } from './batch'
import { recycleBinHandlers } from './recycle-bin'
import { writingResources } from './resources'
import { writeHandlers } from './write-handlers'

const { workItems } = witResources
const { batch, newWorkItems, recycleBin, workItemsDelete } = writingResources

export function writeRoutes(renderer: Renderer): readonly Route[] {
  const writes = writeHandlers(renderer)
  const bin = recycleBinHandlers(renderer)
  return [
    route('GET', newWorkItems, 'wit/workitems/$*', 'project', writes.template),
    route('POST', newWorkItems, 'wit/workitems/$*', 'project', (call) => writes.create(call)),
    route('PATCH', newWorkItems, 'wit/workitems/$*', 'project', (call) => writes.create(call)),
    route('PATCH', workItems, 'wit/workitems/*', 'organization or project', (call) => writes.update(call)),
    route('DELETE', workItems, 'wit/workitems/*', 'organization or project', bin.remove),
    route('POST', workItemsDelete, 'wit/workitemsdelete', 'organization or project', bin.removeMany),
    route('GET', recycleBin, 'wit/recyclebin', 'organization or project', bin.list),
    route('GET', recycleBin, 'wit/recyclebin/*', 'organization or project', bin.get),
    route('PATCH', recycleBin, 'wit/recyclebin/*', 'organization or project', bin.restore),
    route('DELETE', recycleBin, 'wit/recyclebin/*', 'organization or project', bin.destroy),
    route('POST', batch, 'wit/$batch', 'organization or project', (call) => runBatch(call, writes)),
    route('PATCH', batch, 'wit/$batch', 'organization or project', (call) => runBatch(call, writes)),
  ]
}
