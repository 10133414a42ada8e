import 'server-only'
import { organizationEndpoints } from './endpoints/organization'
import { projectEndpoints } from './endpoints/project'
import { workItemEndpoints } from './endpoints/work-items'
import type { Send } from './transport'

export type { WorkItem, WorkItemInBatch } from './answers'
export type Endpoints = ReturnType<typeof createEndpoints>

/** Azure DevOps' endpoints by Microsoft's names. Each throws what `Send` throws. */
export const createEndpoints = (send: Send) => ({
  ...organizationEndpoints(send),
  ...projectEndpoints(send),
  ...workItemEndpoints(send),
})
