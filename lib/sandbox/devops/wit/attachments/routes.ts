import 'server-only'
import { type Route, route } from '../../protocol/route'
import { createAttachment, getAttachment, uploadChunk } from './attachments'
import { attachmentResource } from './resources'

export const attachmentRoutes: readonly Route[] = [
  route('POST', attachmentResource, 'wit/attachments', 'organization or project', createAttachment),
  route('PUT', attachmentResource, 'wit/attachments/*', 'organization or project', uploadChunk),
  route('GET', attachmentResource, 'wit/attachments/*', 'organization or project', getAttachment),
]
