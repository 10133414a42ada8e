import 'server-only'
import type { SetupStep } from '#lib/platform/errors/index'
import { provesPassed } from './entra-stages'
import { withMixedUpIds } from './object-ids'
import { placeOf } from './placement'
import {
  type Proof,
  type SetupDraft,
  type SetupFinding,
  type StepCondition,
  type StepState,
  setupSteps,
} from './schema'

/** What a check of the connection came to, as far as a setup looks at it. */
export interface Checked {
  readonly id: string
  readonly title: string
  readonly verdict: Proof['verdict']
  readonly summary: string
  readonly finding?: SetupFinding
}

interface Seen {
  readonly draft: SetupDraft
  readonly checks: readonly Checked[]
}

interface Judgement {
  readonly condition: StepCondition
  readonly summary: string
}

const done = (summary: string): Judgement => ({ condition: 'done', summary })
const notYet = (summary: string): Judgement => ({ condition: 'not yet', summary })
const unknown = (summary: string): Judgement => ({ condition: 'unknown', summary })

/** The checks on which each step rests. */
const grounds: Readonly<Record<SetupStep, readonly string[]>> = {
  1: ['tenant', 'app', 'token'],
  2: ['certificate', 'token'],
  3: [],
  4: ['identity', 'access-level', 'projects'],
  5: ['settings', 'tenant', 'organization'],
  6: ['token', 'identity', 'projects', 'work-items'],
}

const find = ({ checks }: Seen, id: string): Checked | undefined => checks.find((one) => one.id === id)

const holds = (check: Checked | undefined): boolean =>
  check !== undefined && check.verdict !== 'failed' && check.verdict !== 'skipped'

/** A warning that a person should act on before going further; others are shown and change nothing. */
const holdsStepOpen = ({ verdict, finding }: Checked): boolean =>
  verdict === 'failed' || finding?.code === 'access_level_stakeholder'

/** What was found that is mended at this step, the first thing first. */
function findingAt(step: SetupStep, seen: Seen): SetupFinding | undefined {
  const found = seen.checks.flatMap((check) => (check.finding && holdsStepOpen(check) ? [check.finding] : []))
  const here = found.find((finding) => placeOf(finding) === step)
  return here && withMixedUpIds(here, seen.draft)
}

function judgeApp(seen: Seen): Judgement {
  const token = find(seen, 'token')
  if (holds(token)) return done('Entra ID knows the app and signed it in.')
  if (token?.finding && provesPassed(token.finding.code, 'app')) return done('Entra ID knows the app.')
  if (holds(find(seen, 'app'))) return done('Entra ID knows the app.')
  if (!seen.draft.clientId) return notYet('Enter the Application (client) ID of the app.')
  if (!seen.draft.tokenUrl) return notYet('Enter the Directory (tenant) ID of the app.')
  return unknown('Entra ID was not asked yet.')
}

function judgeCertificate(seen: Seen): Judgement {
  const token = find(seen, 'token')
  if (holds(token)) return done('Entra ID took the signature of this certificate.')
  if (token?.finding && provesPassed(token.finding.code, 'certificate')) return done('Entra ID knows the certificate.')
  if (!seen.draft.certificateId) return notYet('Make a certificate here, or import one.')
  return unknown('Entra ID says so once it knows the app (step 1).')
}

function judgePermissions({ draft, checks }: Seen): Judgement {
  if (draft.permissions === 'skipped') return done('Skipped, which is fine.')
  if (draft.permissions === 'done') return done('Marked as done. Azure DevOps does not look at it.')
  if (checks.some((check) => check.id === 'token' && holds(check)))
    return done('Not needed: the token came without it.')
  return unknown('Not needed for this kind of connection. Skip it, or do it for your checklist.')
}

function judgeMembership(seen: Seen): Judgement {
  const [identity, level, projects] = ['identity', 'access-level', 'projects'].map((id) => find(seen, id))
  if (holds(identity) && holds(level) && holds(projects)) return done(projects?.summary ?? '')
  if (!seen.draft.organization) return notYet('Enter the name of the organization.')
  return unknown('Azure DevOps says so once Entra ID issues a token (steps 1 and 2).')
}

function judgeSettings(seen: Seen): Judgement {
  const settings = find(seen, 'settings')
  if (settings?.verdict === 'skipped') return notYet(settings.summary)
  if (grounds[5].every((id) => holds(find(seen, id)))) return done('The settings are complete and belong together.')
  return unknown('They were not looked at yet.')
}

function judgeTest(seen: Seen): Judgement {
  const isGood = grounds[6].every((id) => holds(find(seen, id)))
  if (isGood && seen.draft.connectionId) return done('Token and test are good.')
  if (isGood) return notYet('Everything works. Save the connection.')
  return unknown('Comes when the steps before it are done.')
}

const judges: Readonly<Record<SetupStep, (seen: Seen) => Judgement>> = {
  1: judgeApp,
  2: judgeCertificate,
  3: judgePermissions,
  4: judgeMembership,
  5: judgeSettings,
  6: judgeTest,
}

const proofsOf = (step: SetupStep, seen: Seen): Proof[] =>
  grounds[step].flatMap((id) => {
    const check = find(seen, id)
    return check ? [{ verdict: check.verdict, title: check.title, summary: check.summary }] : []
  })

function stateOf(step: SetupStep, seen: Seen): StepState {
  const finding = findingAt(step, seen)
  const judgement = finding ? notYet(finding.title) : judges[step](seen)
  return { step, ...judgement, ...(finding && { finding }), proofs: proofsOf(step, seen) }
}

/** What is known of each of the six steps, from the checks that have been made so far. */
export const stepStates = (draft: SetupDraft, checks: readonly Checked[]): StepState[] =>
  setupSteps.map(({ step }) => stateOf(step, { draft, checks }))
