/** How an organization is named and how its API is called. Client-safe. */
import { z } from 'zod'
import { organizationOf } from '#lib/platform/addresses/organization'

export const apiVersions = ['7.0', '7.1', '7.2-preview'] as const
export type ApiVersion = (typeof apiVersions)[number]

export const retryModes = ['None', 'RetryAny', 'RetryWhenStatusCodeMatch'] as const

/** The vendor's retry settings, by its own names. */
export const retryPolicy = z.object({
  retryMode: z.enum(retryModes).default('RetryWhenStatusCodeMatch'),
  /** Comma or pipe separated on the screen, numbers here. */
  retryStatusCodeList: z
    .string()
    .trim()
    .regex(/^\d{3}(\s*[,|]\s*\d{3})*$/, 'Status codes such as 429 or 429,502,503, separated by commas')
    .transform((list) => list.split(/\s*[,|]\s*/).map(Number))
    .refine((codes) => codes.every((code) => code >= 400 && code <= 599), 'Only error codes, 400 to 599')
    .prefault('429'),
  retryCountMax: z.coerce.number().int().min(0).max(20, 'At most 20 tries').default(5),
  retryMultiplyWaitTime: z.boolean().default(true),
})
export type RetryPolicy = z.infer<typeof retryPolicy>

export const organization = z.string().transform((text, context) => {
  const name = organizationOf(text)
  if (name) return name
  context.addIssue({
    code: 'custom',
    message: 'The name of the organization, or its address https://dev.azure.com/name.',
  })
  return z.NEVER
})
