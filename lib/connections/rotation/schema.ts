import { z } from 'zod'
import type { Evidence } from '#lib/platform/errors/index'

/** The certificates of a connection: the one that signs, the one that is to take its place, the one whose place it took. */
const signings = ['current', 'next', 'previous'] as const
export type Signing = (typeof signings)[number]

/** Where the change from one certificate to another stands. Times are ISO 8601. */
export interface Rotation {
  readonly nextCertificateId?: string
  /** Until the grace period ends it signs where Entra ID does not know the current one. */
  readonly previousCertificateId?: string
  readonly graceEndsAt?: string
  /** When it last had to. */
  readonly previousUsedAt?: string
}

export const nextCertificateInput = z.object({ certificateId: z.uuid('Choose a certificate') })

export const switchInput = z.object({
  graceDays: z.coerce.number().int().min(1, 'At least one day').max(30, 'At most 30 days').default(7),
})

export const trialInput = z.object({ signings: z.array(z.enum(signings)).min(1).max(signings.length) })

/** What came of signing in with one of the certificates and nothing else. */
export interface Trial {
  readonly signing: Signing
  readonly thumbprintSha1: string
  readonly durationMs: number
  /** Absent where Entra ID gave a token and Azure DevOps took it. */
  readonly failure?: {
    readonly code: string
    readonly title: string
    readonly detail?: string
    readonly remedy: string
    readonly evidence: readonly Evidence[]
  }
}
