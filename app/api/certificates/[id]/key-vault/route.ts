import { z } from 'zod'
import { newestVersion } from '#lib/certificates/newest-version'
import { certificateId } from '#lib/certificates/schema'
import { signingContext } from '#server/key-vaults'
import { route } from '#server/route'

const params = z.object({ id: certificateId })

export const GET = route({ allow: 'viewer', params }, async ({ member, params }) =>
  newestVersion(await signingContext(), member, params.id),
)
