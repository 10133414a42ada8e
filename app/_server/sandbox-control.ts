import 'server-only'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { env } from '#lib/platform/env'
import { createControlApi } from '#lib/sandbox/control/api'
import { pinned } from './pinned'
import { writePrivateFile } from './private-file'
import { sandbox, sandboxIsOn } from './sandbox'

/**
 * The token of the sandbox's control API, made anew at each start. It is never logged: a test reads it from
 * `sandbox-control-token` in the data folder, which is ours alone.
 */
export const prepareControlToken = (): Promise<string> =>
  pinned('sandbox-control-token', async () => {
    const token = randomBytes(32).toString('base64url')
    writePrivateFile(join(env().DATA_DIR, 'sandbox-control-token'), token)
    return token
  })

/** Answers a request to `/sandbox/control`; where the sandbox is switched off there is no such address. */
export async function answerControl(request: Request): Promise<Response> {
  if (!sandboxIsOn()) return new Response(null, { status: 404 })
  const { control } = await sandbox()
  return await createControlApi(control, await prepareControlToken())(request)
}
