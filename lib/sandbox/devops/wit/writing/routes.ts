import 'server-only'
import { type Route, route } from '../../protocol/route'
import type { Renderer } from '../render'
import { witResources } from '../resources'
import { writeHandlers } from './write-handlers'

const { workItems } = witResources

export function writeRoutes(renderer: Renderer): readonly Route[] {
  const { create, write } = writeHandlers(renderer)
  return [
    route('POST', workItems, 'wit/workitems/*', 'project', (call) => create(call)),
    route('PATCH', workItems, 'wit/workitems/*', 'organization or project', (call) => write(call)),
  ]
}
