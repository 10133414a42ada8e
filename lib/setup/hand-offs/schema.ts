import { z } from 'zod'
import type { SetupStep } from '#lib/platform/errors/index'
import { type Helper, helpers, type SetupDraft } from '../schema'

/** The steps that each helper does. */
export const stepsOf: Readonly<Record<Helper, readonly SetupStep[]>> = { entra: [1, 2, 3], organization: [4] }

const lifetimes = [1, 3, 7, 14] as const

export const handOffInput = z.object({
  helper: z.enum(helpers),
  /** After so many days the link ends. */
  days: z.literal(lifetimes).default(7),
})
export type HandOffInput = z.output<typeof handOffInput>

export const handOffId = z.uuid()

/** The secret in a link: 32 random bytes in base64url. */
export const handOffSecret = z.string().regex(/^[A-Za-z0-9_-]{43}$/)

/** How a hand-off stands, for the person who asked for help. Instants are ISO 8601. */
export interface HandOff {
  readonly id: string
  readonly helper: Helper
  readonly createdAt: string
  readonly expiresAt: string
  /** When the link was first opened. */
  readonly openedAt?: string
  readonly revokedAt?: string
  /** When the helper last entered something. */
  readonly reportedAt?: string
  /** What the helper has entered so far: values, and the steps that are marked as done. */
  readonly report: SetupDraft
}

/** A hand-off together with its link, whose secret is told this once. */
export interface NewHandOff extends HandOff {
  readonly secret: string
}
