import 'server-only'
import { type Route, route } from '../../protocol/route'
import { tagResource } from './resources'
import { deleteTag, getTag, listTags, renameTag } from './tags'

export const tagRoutes: readonly Route[] = [
  route('GET', tagResource, 'wit/tags', 'project', listTags),
  route('GET', tagResource, 'wit/tags/*', 'project', getTag),
  route('PATCH', tagResource, 'wit/tags/*', 'project', renameTag),
  route('DELETE', tagResource, 'wit/tags/*', 'project', deleteTag),
]
