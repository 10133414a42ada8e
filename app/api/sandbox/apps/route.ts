import { route } from '#server/route'
import { appChangesSchema, changeSandbox } from '#server/sandbox-state'

const body = appChangesSchema.pick({ displayName: true })

export const POST = route({ allow: 'editor', body }, ({ body }) =>
  changeSandbox((control) => control.registerApp(body.displayName)),
)
