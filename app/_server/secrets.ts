import 'server-only'
import { env } from '#lib/platform/env'
import { openSecrets } from '#lib/platform/secrets'
import { pinned } from './pinned'

export const secrets = () => pinned('secrets', async () => openSecrets(env()))
