import { z } from 'zod'

export const reportInput = z.object({
  format: z.enum(['markdown', 'json']).default('markdown'),
  identifiers: z.enum(['shown', 'hidden']).default('shown'),
})
export type ReportInput = z.output<typeof reportInput>
