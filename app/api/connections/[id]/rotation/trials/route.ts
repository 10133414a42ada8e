import { z } from 'zod'
import { type Signing, trialInput } from '#lib/connections/rotation/schema'
import { tryCertificate } from '#lib/connections/rotation/try-certificate'
import { connectionId } from '#lib/connections/schema'
import { trialLink } from '#server/azure-devops'
import { route } from '#server/route'

const params = z.object({ id: connectionId })

/** Signs in with each of the certificates by itself. */
export const POST = route({ allow: 'editor', params, body: trialInput }, async ({ member, params, body, request }) => {
  const tryOne = async (signing: Signing) =>
    tryCertificate(await trialLink(member, params.id, signing), member, signing, request.signal)
  return Promise.all(body.signings.map(tryOne))
})
