import 'server-only'
import { resource } from '../../protocol/resource'

export const attachmentResource = resource({
  id: 'e07b5fa4-1499-494d-a496-64b860fd64ff',
  area: 'wit',
  resourceName: 'attachments',
  routeTemplate: '{project}/_apis/{area}/{resource}/{id}',
  resourceVersion: 4,
})
