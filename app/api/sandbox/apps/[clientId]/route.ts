import { z } from 'zod'
import { route } from '#server/route'
import { appChangesSchema, changeSandbox } from '#server/sandbox-state'

const params = z.object({ clientId: z.guid() })
const body = appChangesSchema.partial()

export const PUT = route({ allow: 'editor', params, body }, ({ params, body }) =>
  changeSandbox((control) => control.changeApp(params.clientId, body)),
)

export const DELETE = route({ allow: 'editor', params }, ({ params }) =>
  changeSandbox((control) => control.deleteApp(params.clientId)),
)
