import { z } from 'zod'
import { handOffSecret } from '#lib/setup/hand-offs/schema'
import { enterHandOff } from '#server/hand-offs'
import { route } from '#server/route'

const body = z.object({ secret: handOffSecret })

/** Opens a link. A POST, because the secret has to stand neither in an address nor in a log. */
export const POST = route({ allow: 'anyone', body }, async ({ body }) => ({ id: await enterHandOff(body.secret) }))
