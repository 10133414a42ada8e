import { linkKeyVault } from '#lib/certificates/link-key-vault'
import { linkKeyVaultInput } from '#lib/certificates/schema'
import { record } from '#server/activity'
import { signingContext } from '#server/key-vaults'
import { route } from '#server/route'

export const POST = route({ allow: 'editor', body: linkKeyVaultInput }, async ({ member, body }) => {
  const certificate = await linkKeyVault(await signingContext(), member, body)
  await record(member, 'certificate_added', certificate)
  return certificate
})
