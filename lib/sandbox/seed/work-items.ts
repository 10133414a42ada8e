import 'server-only'
import { type Candidate, createBacklog } from './backlog'
import type { Calendar } from './calendar'
import { courseOf, type Reached } from './course'
import { historyFields } from './history'
import type { FieldValue, Iteration, Level, Project, StateCategory, TreeNode, WorkItem, WorkItemType } from './model'
import { iterationAt } from './nodes'
import { planningFields } from './planning'
import type { PlannedProject } from './projects'
import type { Random } from './random'
import { titleOf } from './titles'
import type { AreaVocabulary, ProjectVocabulary } from './vocabulary'

/** How much of a project's work is of each level. */
const weights: Record<Level, number> = { epic: 1, feature: 4, requirement: 30, task: 44, bug: 19, issue: 2 }

/** Levels of which a project has one before it has anything below them. */
const foundations: readonly Level[] = ['epic', 'feature', 'requirement']

/** A task is about what its story is about; a story at least belongs to the same area as its feature. */
function subjectOf(level: Level, parent: Candidate | undefined, topic: AreaVocabulary, random: Random): string {
  const same = level === 'task' || random.chance(0.5)
  return parent && same ? parent.item.subject : random.pick(topic.subjects)
}

function areaOf(topic: AreaVocabulary, parent: Candidate | undefined, { areas }: Project, random: Random): TreeNode {
  if (parent && random.chance(0.7)) return parent.item.area
  const name = random.pick([topic.name, ...(topic.parts ?? [])])
  return areas.find((area) => area.name === name) ?? areas[0]
}

/** Where work of a sprint's size is planned: finished work where it ended, running work now, some of the rest ahead. */
function sprintOf(last: Reached, { iterations }: Project, calendar: Calendar, random: Random): Iteration | undefined {
  const { category } = last.state
  if (category === 'Completed' || category === 'Resolved') return iterationAt(iterations, calendar.instant(last.at))
  const current = iterationAt(iterations, calendar.instant(calendar.length))
  if (category === 'InProgress' || !current) return current
  const ahead = iterations.filter(({ startDate = 0 }) => startDate > (current.startDate ?? 0))
  return random.chance(0.35) && ahead.length > 0 ? random.pick(ahead) : undefined
}

function iterationOf(level: Level, last: Reached, project: Project, calendar: Calendar, random: Random): Iteration {
  const isPlanned = level !== 'epic' && level !== 'feature' && last.state.category !== 'Removed'
  return (isPlanned ? sprintOf(last, project, calendar, random) : undefined) ?? project.iterations[0]
}

function tagsOf(tags: readonly string[], random: Random): string | undefined {
  if (random.chance(0.65)) return undefined
  const first = random.pick(tags)
  const second = random.pick(tags)
  return first === second || random.chance(0.6) ? first : `${first}; ${second}`
}

/** Tries for a title that no sibling has; in the end two of them may have the same, as in life. */
function freshTitle(draw: () => string, siblings: Set<string> | undefined): string {
  let title = draw()
  for (let left = 4; left > 0 && siblings?.has(title); left -= 1) title = draw()
  siblings?.add(title)
  return title
}

function link(
  { item }: Candidate,
  parent: Candidate | undefined,
  relative: Candidate | undefined,
  random: Random,
): void {
  if (parent) {
    item.links.push({ rel: 'System.LinkTypes.Hierarchy-Reverse', target: parent.item.id })
    parent.item.links.push({ rel: 'System.LinkTypes.Hierarchy-Forward', target: item.id })
  }
  if (relative && relative !== parent) {
    item.links.push({ rel: 'System.LinkTypes.Related', target: relative.item.id })
    relative.item.links.push({ rel: 'System.LinkTypes.Related', target: item.id, comment: 'Touches the same code' })
  }
  if (random.chance(0.03)) {
    item.links.push({ rel: 'Hyperlink', target: `https://chat.contoso.example/t/${item.id}`, comment: 'Discussion' })
  }
}

const isOver = (category: StateCategory): boolean => category === 'Completed' || category === 'Removed'

function nextType({ process }: Project, has: (level: Level) => boolean, random: Random): WorkItemType {
  const missing = process.workItemTypes.find(({ level }) => foundations.includes(level) && !has(level))
  return missing ?? random.weighted(process.workItemTypes.map((type) => [type, weights[type.level]] as const))
}

/** What a new item is about. */
interface Topic {
  readonly parent: Candidate | undefined
  readonly topic: AreaVocabulary
  readonly subject: string
}

function titleFor({ level }: WorkItemType, about: Topic, vocabulary: ProjectVocabulary, random: Random): string {
  const { parent, subject, topic } = about
  const options = { level, kind: topic.kind ?? 'product', subject, vocabulary }
  return freshTitle(() => titleOf(options, random), parent?.titles)
}

/** Makes the work items of one project one after the other, each aware of those before it. */
export function createWorkItemFactory(planned: PlannedProject, calendar: Calendar, random: Random) {
  const { project, people, vocabulary } = planned
  const backlog = createBacklog(random)

  /** @param created A position in the calendar, not before that of the item made last */
  return (id: number, created: number): WorkItem => {
    const type = nextType(project, backlog.has, random)
    const { level } = type
    const parent = backlog.pickParent(level, created)
    const topic = parent?.topic ?? random.pick(vocabulary.areas)
    const subject = subjectOf(level, parent, topic, random)
    const course = courseOf(type, created, { until: parent?.until, now: calendar.length }, random)
    const last = course.at(-1) ?? course[0]
    const fields: Readonly<Record<string, FieldValue | undefined>> = {
      'System.Title': titleFor(type, { parent, topic, subject }, vocabulary, random),
      'System.Parent': parent?.item.id,
      'System.Tags': tagsOf(vocabulary.tags, random),
      ...historyFields(course, type, people, calendar, random),
      ...planningFields(type, last.state.category, id * 1000 + random.below(1000), calendar.instant(created), random),
    }
    const item = {
      id,
      rev: 1,
      project,
      type,
      subject,
      area: areaOf(topic, parent, project, random),
      iteration: iterationOf(level, last, project, calendar, random),
      links: [],
      field: (referenceName: string) => fields[referenceName],
    }
    const until = isOver(last.state.category) ? last.at : Number.POSITIVE_INFINITY
    const candidate = { item, topic, until, titles: new Set<string>() }
    link(candidate, parent, random.chance(0.04) ? backlog.pickOpen('requirement', created) : undefined, random)
    backlog.add(level, candidate)
    return item
  }
}
