import type { ErrorCode, Owner, SetupStep } from '#lib/platform/errors/index'
import type { Fetch } from '#lib/platform/http/fetch'
import type { EntraBehaviour } from '#lib/sandbox/entra/behaviour'
import type { FaultInput } from '#lib/sandbox/faults/fault'
import type { Sandbox } from '#lib/sandbox/index'
import type { SigningCertificate } from '../link'
import type { CheckId, SettingName } from '../schema'
import type { KeyPairs } from './key-pairs'

/** Where a fault befalls: a sandbox that is as after a good setup, and key pairs of which `ours` is uploaded. */
export interface Place extends KeyPairs {
  readonly sandbox: Sandbox
}

/** How a fault is brought about. */
export interface Mishap {
  /** What was typed into the settings in place of the right values. */
  readonly settings?: (place: Place) => Readonly<Partial<Record<SettingName, unknown>>>
  /** What was done in the portals. */
  readonly before?: (place: Place) => unknown
  /** What of the certificate is other than it should be; `fetch` leads past what stands on the way. */
  readonly certificate?: (place: Place, fetch: Fetch) => Partial<SigningCertificate>
  readonly faults?: readonly FaultInput[]
  /** What stands on the way to Microsoft. */
  readonly through?: (fetch: Fetch, place: Place) => Fetch
  /** What Entra ID does otherwise than is likeliest. */
  readonly entra?: Partial<EntraBehaviour>
  /** After how many milliseconds an answer is late, where that is what goes wrong. */
  readonly timeoutMs?: number
  /** Whether the app may write is asked too. */
  readonly withWrite?: true
}

/** What the test has to find: the first check that holds not, its code, and who can mend it in which step and field. */
export interface Golden {
  readonly check: CheckId
  readonly code: ErrorCode
  readonly step?: SetupStep
  readonly owner: Owner | 'you'
  readonly field?: SettingName
}

export interface FaultCase {
  /** What went wrong, in a few words; no two have the same. */
  readonly what: string
  /** What really mends it, whatever the product says. Two cases with one code must have one remedy. */
  readonly mend: string
  readonly finds: Golden
  readonly mishap: Mishap
}

export interface FaultGroup {
  readonly title: string
  readonly cases: readonly FaultCase[]
}

type Where = readonly [
  check: CheckId,
  code: ErrorCode,
  step: SetupStep | undefined,
  owner?: Owner | 'you',
  field?: SettingName,
]

/** One line of a list of cases. Without an owner it is the person who reads it. */
export const faultCase = (what: string, mend: string, where: Where, mishap: Mishap): FaultCase => {
  const [check, code, step, owner = 'you', field] = where
  return { what, mend, finds: { check, code, owner, ...(step && { step }), ...(field && { field }) }, mishap }
}

/** As one line, for the eye and for the table. */
export const lineOf = ({ check, code, step, owner, field }: Golden): string =>
  [check, code, step ? `step ${step}` : 'no step', owner, field ?? 'no field'].join(' | ')
