import { z } from 'zod'
import type { Evidence, Owner, SetupStep } from '#lib/platform/errors/index'

/** The six documented steps, in their order, each with its own address below a setup. */
export const setupSteps = [
  { step: 1, slug: 'register-app', title: 'Register the app in Microsoft Entra ID', short: 'Register the app' },
  { step: 2, slug: 'certificate', title: 'Upload the client certificate', short: 'Upload the certificate' },
  { step: 3, slug: 'permissions', title: 'Permissions and admin consent', short: 'Permissions' },
  { step: 4, slug: 'organization', title: 'Add the app to the organization', short: 'Add to the organization' },
  { step: 5, slug: 'settings', title: 'Connection settings', short: 'Connection settings' },
  { step: 6, slug: 'finish', title: 'Generate a token and test the connection', short: 'Token and test' },
] as const satisfies readonly { step: SetupStep; slug: string; title: string; short: string }[]

const setupStep = z.literal([1, 2, 3, 4, 5, 6])

/** Who else has to help, because the person lacks the rights: an administrator of Entra ID, or of the organization. */
export const helpers = ['entra', 'organization'] as const
export type Helper = (typeof helpers)[number]

const text = z.string().max(300)

/** Values of a setup that are typed: nothing is checked but their size, because a draft is where half-typed values wait. */
const typed = {
  name: text,
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
}

/** A setup as far as it has got. It holds no secret. */
export const setupDraft = z
  .object({
    ...typed,
    sandbox: z.boolean(),
    /** What the app registration is to be called. */
    appName: text,
    /** The Object ID of the app registration, noted so that it is not taken for another one. */
    appObjectId: text,
    /** The Object ID of the enterprise application, which is what Azure DevOps knows the app by. */
    servicePrincipalObjectId: text,
    helpers: z.array(z.enum(helpers)).max(helpers.length),
    /** Step 3 is not needed, so it is for the person to say what became of it. */
    permissions: z.enum(['done', 'skipped']),
    /** Steps of which the person said that they are done. */
    marked: z.array(setupStep).max(6),
    handOffs: z.array(z.uuid()).max(6),
    /** Of each hand-off when the report was made that was taken over last. */
    reportsSeen: z.record(z.uuid(), z.iso.datetime()),
    /** The connection that was saved from it. */
    connectionId: z.uuid(),
    /** ISO 8601 */
    startedAt: z.iso.datetime(),
  })
  .partial()
  // An encrypted cookie must stay under 4 KiB.
  .refine((draft) => JSON.stringify(draft).length <= 2_500, 'The draft is too long to keep')
export type SetupDraft = z.infer<typeof setupDraft>

/** Short, because it stands in the name of a cookie. */
export const setupId = z.string().regex(/^[a-z0-9]{8}$/)

/** A draft with its ID, as lists show it. */
export interface Setup {
  readonly id: string
  readonly draft: SetupDraft
}

/** `done`, `not yet`, or `unknown`: cannot be known yet. */
export type StepCondition = 'done' | 'not yet' | 'unknown'

/** What somebody is told who has to mend something; the texts come from the error catalog. */
export interface SetupFinding {
  readonly code: string
  readonly title: string
  readonly cause: string
  readonly remedy: string
  readonly detail?: string
  readonly evidence: readonly Evidence[]
  readonly step?: SetupStep
  /** Who can mend it. */
  readonly owner: Owner | 'you'
}

/** One fact on which the state of a step rests. */
export interface Proof {
  readonly verdict: 'passed' | 'limited' | 'warned' | 'failed' | 'skipped'
  readonly title: string
  readonly summary: string
}

export interface StepState {
  readonly step: SetupStep
  readonly condition: StepCondition
  /** One sentence. */
  readonly summary: string
  readonly finding?: SetupFinding
  readonly proofs: readonly Proof[]
}

/** One line of the stream: what is known of all six steps by now. */
export interface SetupProgress {
  readonly states: readonly StepState[]
  /** Whether everything that can be looked at has been. */
  readonly isComplete: boolean
  /** Trouble that belongs to no step, such as a network that is down. */
  readonly trouble?: SetupFinding
}
