import { setupDraft } from '#lib/setup/schema'
import { tokenUrlOfOrganization } from '#server/organization-tenant'
import { route } from '#server/route'
import { startDraft } from '#server/setup-drafts'

/** Begins a setup, with the Token URL of the tenant that the organization trusts, where Azure DevOps tells it. */
export const POST = route({ allow: 'editor', body: setupDraft }, async ({ member, body, request }) => {
  const tokenUrl = body.tokenUrl ?? (await tokenUrlOfOrganization(body, request.signal))
  return { id: await startDraft(member, { ...body, ...(tokenUrl && { tokenUrl }) }) }
})
