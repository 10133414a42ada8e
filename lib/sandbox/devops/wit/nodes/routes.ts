import 'server-only'
import { type Route, route } from '../../protocol/route'
import { getNode, listNodes } from './read-nodes'
import { nodeResources } from './resources'
import { changeNode, createOrMoveNode, deleteNode } from './write-nodes'

const { roots, nodes } = nodeResources

export const nodeRoutes: readonly Route[] = [
  route('GET', roots, 'wit/classificationnodes', 'project', listNodes),
  route('GET', nodes, 'wit/classificationnodes/*/**', 'project', getNode),
  route('POST', nodes, 'wit/classificationnodes/*/**', 'project', createOrMoveNode),
  route('PATCH', nodes, 'wit/classificationnodes/*/**', 'project', changeNode),
  route('DELETE', nodes, 'wit/classificationnodes/*/**', 'project', deleteNode),
]
