import 'server-only'
import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { env } from '#lib/platform/env'
import { pinned } from './pinned'
import { writePrivateFile } from './private-file'

/**
 * The token of the sandbox's control API, made anew at each start. It is never logged: a test reads it from
 * `sandbox-control-token` in the data folder, which is ours alone.
 */
export const sandboxControlToken = (): Promise<string> =>
  pinned('sandbox-control-token', async () => {
    const token = randomBytes(32).toString('base64url')
    writePrivateFile(join(env().DATA_DIR, 'sandbox-control-token'), token)
    return token
  })
