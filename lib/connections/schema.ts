import { z } from 'zod'
import { apiVersions, organization, retryPolicy } from '#lib/platform/azure-devops/schema'
import { clientId, documentedScope, scope, tokenUrl } from '#lib/platform/entra/schema'
import type { Evidence, Owner, SetupStep } from '#lib/platform/errors/index'
import type { ExchangeRecord } from '#lib/platform/http/schema'
import type { Rotation } from './rotation/schema'

/** The parameters of a connection, with the labels under which people know them. */
export const connectionLabels = {
  name: 'Name',
  tokenUrl: 'Token URL',
  clientId: 'Client ID',
  certificateId: 'Certificate',
  scope: 'Scopes',
  organization: 'Organization name or Id',
  apiVersion: 'API Version',
  defaultProject: 'Default Project Name',
  retryMode: 'RetryMode',
  retryStatusCodeList: 'RetryStatusCodeList',
  retryCountMax: 'RetryCountMax',
  retryMultiplyWaitTime: 'RetryMultiplyWaitTime',
} as const

export type SettingName = keyof typeof connectionLabels

export const connectionInput = retryPolicy.extend({
  name: z.string().trim().min(1, 'Give it a name').max(80, 'At most 80 characters'),
  /** Answered by the embedded sandbox instead of Microsoft. */
  sandbox: z.boolean().default(false),
  tokenUrl,
  clientId,
  certificateId: z.uuid('Choose a certificate'),
  scope: scope.default(documentedScope),
  organization,
  apiVersion: z.enum(apiVersions).default('7.0'),
  defaultProject: z
    .string()
    .trim()
    .max(64, 'A project name has at most 64 characters')
    .transform((name) => name || undefined)
    .optional(),
})
/** What the form holds and sends; every field a string, a number or a boolean. */
export type ConnectionInput = z.input<typeof connectionInput>
/** What is stored: normalised, complete. */
export type ConnectionSettings = z.output<typeof connectionInput>

/** `limited`: something is not there that only some features need. */
const verdicts = ['passed', 'limited', 'warned', 'failed', 'skipped'] as const
export type Verdict = (typeof verdicts)[number]
/** Of a whole test, which is not the worse for what only some features need. */
export type TestVerdict = Exclude<Verdict, 'limited'>

/** What a check found. The texts come from the error catalog, so a finding can be shown as it is. */
export interface Finding {
  readonly code: string
  readonly title: string
  readonly cause: string
  readonly remedy: string
  readonly detail?: string
  readonly evidence: readonly Evidence[]
  readonly step?: SetupStep
  /** The setting to look at. */
  readonly field?: SettingName
  /** Who can mend it. */
  readonly owner: Owner | 'you'
}

export const checkIds = [
  'settings',
  'network-entra',
  'network-azure-devops',
  'tenant',
  'clock',
  'organization',
  'certificate',
  'assertion',
  'token',
  'identity',
  'access-level',
  'projects',
  'work-items',
  'queries',
  'iterations',
  'analytics',
  'repositories',
  'builds',
  'write',
  'rate',
] as const
/** `write` is made on request; `app` of drafts only, so it has no place in the order. */
export type CheckId = (typeof checkIds)[number] | 'app'

export const checkTitles: Readonly<Record<CheckId, string>> = {
  settings: 'The settings are complete',
  'network-entra': 'Entra ID can be reached',
  'network-azure-devops': 'Azure DevOps can be reached',
  tenant: 'The tenant exists',
  clock: 'The clocks agree',
  organization: 'The organization belongs to the tenant',
  certificate: 'The certificate can sign',
  assertion: 'The assertion is what Entra ID expects',
  app: 'Entra ID knows the app',
  token: 'Entra ID issues a token',
  identity: 'Azure DevOps knows the app',
  'access-level': 'The access level is enough',
  projects: 'The app sees projects',
  'work-items': 'Work items can be read',
  queries: 'Saved queries can be read',
  iterations: 'Iterations can be read',
  analytics: 'Analytics can be read',
  repositories: 'Repositories can be read',
  builds: 'Builds can be read',
  write: 'Work items can be written',
  rate: 'There is room below the rate limit',
}

/** With their titles, in the order in which they are shown. */
export const checksInOrder = checkIds.map((id) => ({ id, title: checkTitles[id] }))

export interface CheckResult {
  readonly id: CheckId
  readonly verdict: Verdict
  readonly durationMs: number
  /** One sentence that says what was seen, for example “3 projects: …”. */
  readonly summary: string
  /** What the verdict rests on, where there is more to it than the summary. */
  readonly facts?: readonly Evidence[]
  readonly finding?: Finding
  /** What was asked for it, in order. */
  readonly exchanges?: readonly ExchangeRecord[]
}

/** What a connection test came to, from its first check to its last. */
export interface FinishedTest {
  readonly verdict: TestVerdict
  /** In the order of the checks. */
  readonly results: readonly CheckResult[]
  /** When it ended. */
  readonly testedAt: Date
  /** Of all of it; less than the sum of its checks, because they run side by side. */
  readonly durationMs: number
}

/** One line of the streamed connection test. */
export type CheckEvent =
  | { readonly type: 'started'; readonly id: CheckId }
  | ({ readonly type: 'checked' } & CheckResult)
  | { readonly type: 'finished'; readonly verdict: TestVerdict; readonly testedAt: string }

export interface ConnectionHealth {
  readonly verdict: TestVerdict
  readonly testedAt: string
  readonly results: readonly CheckResult[]
}

/** A connection as screens show it. `health` is that of the latest test; a connection never tested has none. */
export interface Connection {
  readonly id: string
  readonly settings: ConnectionSettings
  readonly createdAt: string
  readonly updatedAt: string
  /** Absent unless one certificate is about to take, or has just taken, the place of another. */
  readonly rotation?: Rotation
  readonly health?: ConnectionHealth
  /** Absent unless it is tested by itself. */
  readonly checkEveryMinutes?: number
  /** Until when its console may write; it may be in the past. */
  readonly writesUntil?: string
}

/** What Generate token shows: never the token itself. */
export interface TokenReceipt {
  readonly tokenType: string
  /** Seconds for which Entra ID says the token is valid. */
  readonly expiresIn: number
  readonly receivedAt: string
  readonly algorithm: 'PS256' | 'RS256'
  /** Entra ID did not know the certificate, and the one before it helped out. */
  readonly byPrevious?: true
  readonly durationMs: number
}

export const connectionId = z.uuid()
