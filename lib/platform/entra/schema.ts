/** Where tokens come from: the Token URL, the client ID, and the scopes. Client-safe. */
import { z } from 'zod'
import { isGuid } from '#lib/platform/addresses/guid'
import { parseTokenUrl } from '#lib/platform/addresses/token-url'

export const documentedScope = 'https://app.vssps.visualstudio.com/.default'
/** The application ID of Azure DevOps; Microsoft advises it over the URI. */
export const azureDevOpsAppId = '499b84ac-1321-427f-aa17-267ca6975798'
const recommendedScope = `${azureDevOpsAppId}/.default`
export const scopes = [documentedScope, recommendedScope] as const

export const tokenUrl = z.string().transform((text, context) => {
  const parsed = parseTokenUrl(text)
  if ('url' in parsed) return parsed.url
  context.addIssue({ code: 'custom', message: parsed.problem })
  return z.NEVER
})

export const clientId = z
  .string()
  .trim()
  .refine(isGuid, 'The Application (client) ID is a GUID, for example 3f2504e0-4f89-41d3-9a0c-0305e82c3301.')
  .transform((id) => id.toLowerCase())

export const scope = z
  .string()
  .trim()
  .refine((text) => !text.includes('offline_access'), {
    error: 'An app without a user gets no refresh token; leave offline_access out.',
    abort: true,
  })
  .refine((text) => scopes.some((known) => known === text), {
    error: `The scope must be ${documentedScope} or ${recommendedScope}.`,
  })
