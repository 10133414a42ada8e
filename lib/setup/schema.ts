import { z } from 'zod'

const text = z.string().max(2_048)

/**
 * The setup form as far as it is filled in: nothing is required and nothing is checked but its size, because a draft is
 * where half-typed values wait. It holds no secret.
 */
export const setupDraft = z
  .object({
    name: text,
    sandbox: z.boolean(),
    tokenUrl: text,
    clientId: text,
    certificateId: text,
    scope: text,
    organization: text,
    apiVersion: text,
    defaultProject: text,
    retryMode: text,
    retryStatusCodeList: text,
    retryCountMax: z.union([text, z.number()]),
    retryMultiplyWaitTime: z.boolean(),
  })
  .partial()
  // An encrypted cookie must stay under 4 KiB.
  .refine((draft) => JSON.stringify(draft).length <= 2_500, 'The draft is too long to keep')
export type SetupDraft = z.infer<typeof setupDraft>
