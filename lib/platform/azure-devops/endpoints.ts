import 'server-only'
import { organizationEndpoints } from './endpoints/organization'
import { permissionEndpoints } from './endpoints/permissions'
import { projectEndpoints } from './endpoints/project'
import { workItemEndpoints } from './endpoints/work-items'
import type { Send } from './transport'

export type { AreaNode, WorkItem, WorkItemInBatch } from './answers'
export type { PermissionQuestion } from './endpoints/permissions'
export type Endpoints = ReturnType<typeof createEndpoints>

/** Azure DevOps' endpoints by Microsoft's names. Each throws what `Send` throws. */
export const createEndpoints = (send: Send) => ({
  ...organizationEndpoints(send),
  ...projectEndpoints(send),
  ...permissionEndpoints(send),
  ...workItemEndpoints(send),
})
