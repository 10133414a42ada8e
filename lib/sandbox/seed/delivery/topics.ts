import 'server-only'
import type { Calendar } from '../calendar'
import type { Project, World } from '../model'
import type { Random } from '../random'

/** What a pull request is about. */
export interface Topic {
  readonly title: string
  readonly description: string
  readonly branch: string
  readonly workItems: readonly number[]
}

/** What is done without being planned. */
const chores = [
  'Update dependencies',
  'Remove unused settings',
  'Make a test wait for what it needs',
  'Tidy up the log messages',
  'Correct the README',
  'Use the shared retry policy',
  'Speed up the pipeline',
  'Raise the minimum version of the runtime',
]

const slugOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 40)

const levels = ['requirement', 'bug', 'task']
const attempts = 16

/** Items are numbered as they were created, ever more of them as the year went on; the older half is long done. */
function pickWorkItem({ workItems }: World, project: Project, share: number, at: number, random: Random) {
  const newest = Math.floor(workItems.count * share ** 1.25)
  for (let left = attempts; left > 0; left -= 1) {
    const item = workItems.latest(Math.floor(newest * random.between(0.85, 1)))
    const isOlder = Number(item?.field('System.CreatedDate')) < at
    if (item && isOlder && item.project.id === project.id && levels.includes(item.type.level)) return item
  }
  return undefined
}

/** A work item of the project that was open at the time, or a chore. */
export function topicOf(world: World, project: Project, position: number, calendar: Calendar, random: Random): Topic {
  const share = position / calendar.length
  const isPlanned = random.chance(0.85)
  const item = isPlanned ? pickWorkItem(world, project, share, calendar.instant(position), random) : undefined
  if (!item) {
    const title = random.pick(chores)
    return {
      title,
      description: '',
      branch: `refs/heads/chore/${slugOf(title)}-${random.below(10_000)}`,
      workItems: [],
    }
  }
  const title = String(item.field('System.Title'))
  const prefix = item.type.level === 'bug' ? 'fix' : 'feature'
  return {
    title,
    description: `${title}.\n\nRelated work items: #${item.id}`,
    branch: `refs/heads/${prefix}/${item.id}-${slugOf(title)}`,
    workItems: [item.id],
  }
}
