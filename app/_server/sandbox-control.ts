import 'server-only'
import { createControlApi } from '#lib/sandbox/control/api'
import { sandbox, sandboxIsOn } from './sandbox'
import { sandboxControlToken } from './sandbox-token'

/** Answers a request to `/sandbox/control`; where the sandbox is switched off there is no such address. */
export async function answerControl(request: Request): Promise<Response> {
  if (!sandboxIsOn()) return new Response(null, { status: 404 })
  const { control } = await sandbox()
  return await createControlApi(control, await sandboxControlToken())(request)
}
