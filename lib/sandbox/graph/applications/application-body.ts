import 'server-only'
import { z } from 'zod'
import { type AppChanges, appChangesSchema } from '../../control/changes'
import { azureDevOpsAppId } from '../../entra/scope'
import { scopeWithId } from '../azure-devops'
import { refuse } from '../protocol/errors'
import { keyCredentialSchema } from './key-credentials'

const { displayName, signInAudience } = appChangesSchema.shape

const requiredResourceAccessSchema = z.array(
  z.strictObject({
    resourceAppId: z.guid().toLowerCase(),
    resourceAccess: z.array(z.strictObject({ id: z.guid(), type: z.enum(['Scope', 'Role']) })),
  }),
)

/** What can be set of an app registration; whatever else Microsoft Graph knows of one the sandbox does not keep. */
export const applicationSchema = z.strictObject({
  displayName,
  signInAudience: signInAudience.optional(),
  isFallbackPublicClient: z.boolean().nullish(),
  keyCredentials: z.array(keyCredentialSchema).optional(),
  requiredResourceAccess: requiredResourceAccessSchema.optional(),
})

export const applicationChangesSchema = applicationSchema.partial()
type ApplicationChanges = z.output<typeof applicationChangesSchema>

/** @throws 501 for permissions of which the sandbox knows nothing */
function permissionsIn(required: z.output<typeof requiredResourceAccessSchema>): string[] {
  return required.flatMap(({ resourceAppId, resourceAccess }) =>
    resourceAccess.map(({ id, type }) => {
      const value = type === 'Scope' && resourceAppId === azureDevOpsAppId ? scopeWithId(id) : undefined
      if (value === undefined) throw refuse.notEmulated(`the permission ${id} of ${resourceAppId}`)
      return value
    }),
  )
}

/** Consent that an administrator gave holds only as long as nothing is asked for beyond it. */
const consentTo = (permissions: readonly string[], before: readonly string[]) =>
  permissions.every((one) => before.includes(one)) ? {} : { hasAdminConsent: false }

/**
 * The changes as the portals make them; the keys are a matter of their own.
 * @param before the permissions that the app asked for until now
 * @throws 501
 */
export function changesIn(body: ApplicationChanges, before: readonly string[] = []): AppChanges {
  const { displayName, signInAudience, isFallbackPublicClient, requiredResourceAccess } = body
  const permissions = requiredResourceAccess && [...new Set(permissionsIn(requiredResourceAccess))]
  return {
    displayName,
    signInAudience,
    isPublicClient: isFallbackPublicClient ?? undefined,
    ...(permissions ? { permissions, ...consentTo(permissions, before) } : {}),
  }
}
