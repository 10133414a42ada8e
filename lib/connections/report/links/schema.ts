import { z } from 'zod'

/** After so many days a link ends. */
const linkLifetimes = [1, 7, 30] as const

export const reportLinkInput = z.object({
  /** Whom it is for. */
  name: z.string().trim().min(1, 'Say whom the link is for').max(80, 'At most 80 characters'),
  days: z.literal(linkLifetimes).default(7),
  identifiers: z.enum(['shown', 'hidden']).default('hidden'),
})
export type ReportLinkInput = z.output<typeof reportLinkInput>

export const reportLinkId = z.uuid()

/** The secret in a link: 32 random bytes in base64url. */
export const reportLinkSecret = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** A link to a report, as those see it who may take it back. Instants are ISO 8601. */
export interface ReportLink {
  readonly id: string
  readonly name: string
  readonly identifiers: 'shown' | 'hidden'
  readonly createdAt: string
  readonly expiresAt: string
  readonly revokedAt?: string
  readonly openedCount: number
}

/** A link together with its secret, which is told this once. */
export interface NewReportLink extends ReportLink {
  readonly secret: string
}
