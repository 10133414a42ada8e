import 'server-only'
import type { Level } from './model'
import type { Random } from './random'
import type { ProjectVocabulary, WorkKind } from './vocabulary'

interface Words {
  /** May begin with “the”. */
  readonly subject: string
  readonly role: string
  readonly circumstance: string
  readonly goal: string
}

type Template = (words: Words) => string

const bare = (subject: string): string => subject.replace(/^the /, '')

const portfolio: Record<'epic' | 'feature' | 'issue', readonly Template[]> = {
  epic: [
    ({ goal, subject }) => `${goal}: rethink ${subject}`,
    ({ goal, role }) => `${goal} for ${role}`,
    ({ goal, subject }) => `${goal}, beginning with ${subject}`,
    ({ subject }) => `Next generation of ${subject}`,
  ],
  feature: [
    ({ subject, role }) => `${subject} that works for ${role}`,
    ({ subject, circumstance }) => `Reliable ${bare(subject)} ${circumstance}`,
    ({ subject }) => `New approach to ${subject}`,
    ({ subject }) => `Measure and improve ${subject}`,
    ({ subject }) => `${subject}, second stage`,
  ],
  issue: [
    ({ subject }) => `No test data for ${subject}`,
    ({ subject }) => `Decision about ${subject} is open`,
    ({ subject, role }) => `Waiting for feedback on ${subject} from ${role}`,
    ({ subject }) => `Contract behind ${subject} runs out`,
    ({ subject }) => `Nobody has access to the logs of ${subject}`,
  ],
}

const requirements: Record<WorkKind, readonly Template[]> = {
  product: [
    ({ subject, role }) => `Show ${subject} to ${role}`,
    ({ subject, role }) => `Let ${role} correct mistakes in ${subject}`,
    ({ subject }) => `Remember the last choice in ${subject}`,
    ({ subject, circumstance }) => `Support ${subject} ${circumstance}`,
    ({ subject }) => `Explain in plain words what ${subject} does`,
    ({ subject, role }) => `Notify ${role} about changes to ${subject}`,
    ({ subject }) => `Undo in ${subject}`,
    ({ subject }) => `Keyboard shortcuts for ${subject}`,
    ({ subject, role }) => `As one of the ${role} I want ${subject} to load within a second`,
    ({ subject }) => `Download ${subject} as a spreadsheet`,
    ({ subject }) => `Retire the old version of ${subject}`,
    ({ subject, role }) => `Give ${role} access to ${subject}`,
    ({ subject }) => `Better empty state for ${subject}`,
  ],
  technical: [
    ({ subject }) => `Alert the person on call when ${subject} falls behind`,
    ({ subject }) => `Run ${subject} in two regions`,
    ({ subject }) => `Retry in ${subject} instead of giving up`,
    ({ subject }) => `Switch ${subject} without downtime`,
    ({ subject }) => `Halve the cost of ${subject}`,
    ({ subject }) => `Health page for ${subject}`,
    ({ subject }) => `Audit log for ${subject}`,
    ({ subject, circumstance }) => `Limit the damage when ${subject} fails ${circumstance}`,
    ({ subject }) => `Move ${subject} to managed identities`,
    ({ subject }) => `Keep the data of ${subject} for only 30 days`,
  ],
  office: [
    ({ subject, role }) => `Explain ${subject} to ${role}`,
    ({ subject, circumstance }) => `Offer ${subject} ${circumstance}`,
    ({ subject }) => `Choose a vendor for ${subject}`,
    ({ subject, role }) => `Ask ${role} about ${subject}`,
    ({ subject }) => `Shorten ${subject} by half`,
    ({ subject }) => `Agree on who owns ${subject}`,
    ({ subject, circumstance }) => `Repair ${subject} ${circumstance}`,
    ({ subject }) => `Yearly check of ${subject}`,
  ],
}

const bugs: Record<WorkKind, readonly Template[]> = {
  product: [
    ({ subject, circumstance }) => `${subject} stays empty ${circumstance}`,
    ({ subject, circumstance }) => `${subject} fails silently ${circumstance}`,
    ({ subject, circumstance }) => `${subject} is shown twice ${circumstance}`,
    ({ subject, circumstance }) => `${subject} loads forever ${circumstance}`,
    ({ subject, circumstance }) => `Wrong date in ${subject} ${circumstance}`,
    ({ subject, circumstance }) => `Error 500 from ${subject} ${circumstance}`,
    ({ subject, circumstance }) => `Focus is lost in ${subject} ${circumstance}`,
    ({ subject, circumstance }) => `Rounding error in ${subject} ${circumstance}`,
    ({ subject, role }) => `${subject} shows somebody else’s data to ${role}`,
    ({ subject }) => `Memory keeps growing while ${subject} is open`,
  ],
  technical: [
    ({ subject, circumstance }) => `Deadlock in ${subject} ${circumstance}`,
    ({ subject }) => `Certificate warning from ${subject}`,
    ({ subject, circumstance }) => `Events of ${subject} arrive twice ${circumstance}`,
    ({ subject }) => `Disk fills up because of ${subject}`,
    ({ subject, circumstance }) => `Time-out in ${subject} ${circumstance}`,
    ({ subject }) => `Customer numbers in the log of ${subject}`,
    ({ subject }) => `${subject} does not recover from a restart`,
  ],
  office: [
    ({ subject, circumstance }) => `${subject} does not work ${circumstance}`,
    ({ subject }) => `Wrong phone number in the mail about ${subject}`,
  ],
}

const tasks: Record<WorkKind, readonly Template[]> = {
  product: [
    ({ subject }) => `Write tests for ${subject}`,
    ({ subject }) => `Sketch ${subject} and review it with two users`,
    ({ subject }) => `API for ${subject}`,
    ({ subject }) => `Add telemetry to ${subject}`,
    ({ subject }) => `Move ${subject} to the new component library`,
    ({ subject }) => `Translate the texts of ${subject}`,
    ({ subject }) => `Check the contrast in ${subject}`,
    ({ subject }) => `Document ${subject} in the handbook`,
    ({ subject }) => `Database migration for ${subject}`,
    ({ subject }) => `Feature flag for ${subject}`,
    ({ subject }) => `Review ${subject} with the security team`,
    ({ subject, circumstance }) => `Try ${subject} ${circumstance}`,
  ],
  technical: [
    ({ subject }) => `Write tests for ${subject}`,
    ({ subject }) => `Load test ${subject}`,
    ({ subject }) => `Dashboard for ${subject}`,
    ({ subject }) => `Update the dependencies of ${subject}`,
    ({ subject }) => `Write a runbook for ${subject}`,
    ({ subject }) => `Rotate the secrets of ${subject}`,
    ({ subject }) => `Profile ${subject} with production data`,
    ({ subject }) => `Remove dead code from ${subject}`,
    ({ subject }) => `Try a restore of ${subject}`,
  ],
  office: [
    ({ subject }) => `Get three quotes for ${subject}`,
    ({ subject, role }) => `Write to ${role} about ${subject}`,
    ({ subject }) => `Update the page about ${subject}`,
    ({ subject }) => `Meet the vendor about ${subject}`,
    ({ subject }) => `Put up signs for ${subject}`,
    ({ subject }) => `Close the old contract for ${subject}`,
    ({ subject, circumstance }) => `Test ${subject} ${circumstance}`,
  ],
}

function templatesOf(level: Level, kind: WorkKind): readonly Template[] {
  if (level === 'requirement') return requirements[kind]
  if (level === 'bug') return bugs[kind]
  if (level === 'task') return tasks[kind]
  return portfolio[level]
}

/** What titles say besides what they are about and for whom. */
export const titlePhrases: readonly string[] = [portfolio, requirements, bugs, tasks]
  .flatMap((group) => Object.values(group).flat())
  .map((template) => template({ subject: '', role: '', circumstance: '', goal: '' }))

const capitalized = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

interface TitleOptions {
  readonly level: Level
  readonly kind: WorkKind
  readonly subject: string
  readonly vocabulary: ProjectVocabulary
  /** Those of one parent count on, so that their titles differ. */
  readonly ordinal: number
}

/** The title as somebody wrote it in haste. */
export const draftTitle = (subject: string): string => capitalized(subject)

/** A title such as a person would write for that kind of work. */
export function titleOf({ level, kind, subject, vocabulary, ordinal }: TitleOptions, random: Random): string {
  const words = {
    subject,
    role: random.pick(vocabulary.roles),
    circumstance: random.pick(vocabulary.circumstances),
    goal: random.pick(vocabulary.goals),
  }
  const templates = templatesOf(level, kind)
  return capitalized(templates[ordinal % templates.length]?.(words) ?? subject)
}
