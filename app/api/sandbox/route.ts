import { route } from '#server/route'
import { sandbox } from '#server/sandbox'
import { describeSandbox } from '#server/sandbox-state'

export const GET = route({ allow: 'viewer' }, async () => describeSandbox(await sandbox()))
