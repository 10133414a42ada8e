import 'server-only'
import type { WorkItem } from './model'
import { createRandom, type Random } from './random'

const openings = [
  'Support hears about {subject} several times a week.',
  'This came up in the last review: {subject} does not do what people expect.',
  'We promised to look at {subject} this quarter.',
  'Analytics shows that one in five people give up at {subject}.',
  'Today {subject} needs three steps where one would do.',
  'The idea is from the workshop in spring; see the notes about {subject}.',
]

const details = [
  'It must work with a keyboard and at 200 % zoom.',
  'Keep the old behaviour behind the feature flag until the pilot is over.',
  'The wording has been agreed with the legal team.',
  'Numbers are per day and exclude internal users.',
  'No personal data may end up in the logs.',
  'Out of scope: the printed version.',
  'The design is final except for the empty state.',
]

const steps = [
  'Open {subject} as a new user.',
  'Enter a value and save.',
  'Sign out and in again.',
  'Switch the language to Swedish.',
  'Wait for half a minute.',
  'Go back with the browser’s back button.',
  'Repeat it with a second user.',
]

const criteria = [
  'Works on phone, tablet and desktop.',
  'An error says what to do next.',
  'Answers within 300 ms at the 95th percentile.',
  'Events are recorded and visible in the dashboard.',
  'Screen reader announces the change.',
  'Documented in the handbook.',
  'No change for people who have the flag off.',
]

const comments = [
  'Talked to support about {subject}; they agree.',
  'I can look at this after the release.',
  'Blocked until the test environment is back.',
  'The numbers for {subject} are in the channel.',
  'Pull request is open, please have a look.',
  'This needs a decision before we go on with {subject}.',
  'Works on my side, could somebody confirm?',
  'Let us keep this one small.',
  'See the notes from the review yesterday.',
  'Waiting for an answer from the vendor.',
]

/** What somebody wrote in the discussion, as HTML. */
export const commentOf = (subject: string, random: Random): string =>
  `<div>${random.pick(comments).replace('{subject}', subject)}</div>`

const fill = (text: string, { subject }: WorkItem): string => text.replace('{subject}', subject)

function listOf(tag: 'ul' | 'ol', texts: readonly string[]): string {
  return `<${tag}>${texts.map((text) => `<li>${text}</li>`).join('')}</${tag}>`
}

/** Some of the texts, each once, in their own order. */
function someOf(texts: readonly string[], share: number, random: Random): string[] {
  const chosen = texts.filter(() => random.chance(share))
  return chosen.length === 0 ? [random.pick(texts)] : chosen
}

/** The long texts follow from the item's ID, so a hundred thousand of them need not be kept. */
const randomOf = (item: WorkItem, which: number): Random => createRandom(item.id * 31 + which)

const reference = 'More in the'

/** What descriptions say besides what they are about. */
export const descriptionPhrases: readonly string[] = [...openings, ...details, reference, 'handbook']

/** HTML, or nothing: not everybody writes a description. */
export function descriptionOf(item: WorkItem): string | undefined {
  const random = randomOf(item, 1)
  if (random.chance(0.2)) return undefined
  const opening = `<div>${fill(random.pick(openings), item)}</div>`
  const list = random.chance(0.4) ? `<div><br></div>${listOf('ul', someOf(details, 0.4, random))}` : ''
  const page = `https://handbook.contoso.example/${encodeURIComponent(item.area.name.toLowerCase())}`
  const link = random.chance(0.25) ? `<div>${reference} <a href="${page}">handbook</a>.</div>` : ''
  return opening + list + link
}

export function acceptanceCriteriaOf(item: WorkItem): string | undefined {
  const random = randomOf(item, 2)
  return random.chance(0.7) ? listOf('ul', someOf(criteria, 0.4, random)) : undefined
}

export function reproStepsOf(item: WorkItem): string {
  const random = randomOf(item, 3)
  const did = listOf(
    'ol',
    someOf(steps, 0.5, random).map((step) => fill(step, item)),
  )
  return `${did}<div><b>Expected:</b> ${fill('{subject} is up to date.', item)}</div><div><b>Actual:</b> it is not.</div>`
}

export function systemInfoOf(item: WorkItem): string | undefined {
  const random = randomOf(item, 4)
  const browser = random.pick(['Edge', 'Safari', 'Firefox', 'Chrome'])
  return random.chance(0.5)
    ? `<div>${browser} ${random.below(30) + 110}, build ${random.below(900) + 100}</div>`
    : undefined
}
