import { z } from 'zod'
import { apiVersions, organization, retryPolicy } from '#lib/platform/azure-devops/schema'
import { clientId, documentedScope, scope, tokenUrl } from '#lib/platform/entra/schema'
import type { Evidence, SetupStep } from '#lib/platform/errors/index'

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

const verdicts = ['passed', 'warned', 'failed', 'skipped'] as const
export type Verdict = (typeof verdicts)[number]

/** What a check found. The texts come from the error catalog, so a finding can be shown as it is. */
export interface Finding {
  readonly code: string
  readonly title: string
  readonly cause: string
  readonly remedy: string
  readonly detail?: string
  readonly evidence: readonly Evidence[]
  readonly step?: SetupStep
}

export const checkIds = [
  'settings',
  'certificate',
  'tenant',
  'organization',
  'token',
  'identity',
  'access-level',
  'projects',
  'work-items',
] as const
/** `app` is made of drafts only. */
export type CheckId = (typeof checkIds)[number] | 'app'

export const checkTitles: Readonly<Record<CheckId, string>> = {
  settings: 'The settings are complete',
  certificate: 'The certificate can sign',
  tenant: 'The tenant exists',
  organization: 'The organization belongs to the tenant',
  app: 'Entra ID knows the app',
  token: 'Entra ID issues a token',
  identity: 'Azure DevOps knows the app',
  'access-level': 'The access level is enough',
  projects: 'The app sees projects',
  'work-items': 'Work items can be read',
}

export interface CheckResult {
  readonly id: CheckId
  readonly verdict: Verdict
  readonly durationMs: number
  /** One sentence that says what was seen, for example “3 projects: …”. */
  readonly summary: string
  readonly finding?: Finding
}

/** One line of the streamed connection test. */
export type CheckEvent =
  | { readonly type: 'started'; readonly id: CheckId }
  | ({ readonly type: 'checked' } & CheckResult)
  | { readonly type: 'finished'; readonly verdict: Verdict; readonly testedAt: string }

export interface ConnectionHealth {
  readonly verdict: Verdict
  readonly testedAt: string
  readonly results: readonly CheckResult[]
}

/** A connection as screens show it. `health` is that of the latest test; a connection never tested has none. */
export interface Connection {
  readonly id: string
  readonly settings: ConnectionSettings
  readonly createdAt: string
  readonly updatedAt: string
  readonly health?: ConnectionHealth
}

/** What Generate token shows: never the token itself. */
export interface TokenReceipt {
  readonly tokenType: string
  /** Seconds for which Entra ID says the token is valid. */
  readonly expiresIn: number
  readonly receivedAt: string
  readonly algorithm: 'PS256' | 'RS256'
  readonly durationMs: number
}

export const connectionId = z.uuid()
