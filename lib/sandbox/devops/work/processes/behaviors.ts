import 'server-only'
import type { Process } from '../../../seed/model'
import { type Answer, answer, answerList } from '../../protocol/answer'
import type { Call } from '../../protocol/call'
import { findField } from '../../wit/fields/fields'
import { nameOf, planningFields } from '../backlog-levels'
import { behaviorUnknown } from './errors'
import { processIn, wants } from './processes'

/** What makes work items plannable: a level of planning, or what such levels are made of. */
interface Behavior {
  readonly referenceName: string
  readonly name: string
  readonly description: string
  readonly rank: number
  readonly color: string | null
  readonly inherits: string | null
  /** Reference names of those it adds to what it inherits. */
  readonly fields: readonly string[]
}

const ordered = 'System.OrderedBehavior'
const portfolio = 'System.PortfolioBacklogBehavior'

/** What no type has by itself, and every planned type inherits. */
function roots({ Order }: ReturnType<typeof planningFields>): Behavior[] {
  return [
    {
      referenceName: ordered,
      name: 'Ordered',
      description: 'Enables work items to be ordered relative to other work items',
      rank: 0,
      color: null,
      inherits: null,
      fields: [Order],
    },
    {
      referenceName: portfolio,
      name: 'Portfolio',
      description: 'Portfolio level backlog and board',
      rank: 0,
      color: null,
      inherits: ordered,
      fields: [],
    },
  ]
}

type Level = Pick<Behavior, 'referenceName' | 'rank' | 'color' | 'fields'> & { readonly word: string }

/** Ranks, colours and names are those of Microsoft's examples for Agile; the other processes' prefixes are unverified. */
function levelsOf(process: Process): Record<string, Level> {
  const { Effort, RemainingWork } = planningFields(process)
  const own = `Microsoft.VSTS.${process.name}`
  const [task, requirement] = ['System.TaskBacklogBehavior', 'System.RequirementBacklogBehavior']
  const [feature, epic] = [`${own}.FeatureBacklogBehavior`, `${own}.EpicBacklogBehavior`]
  return {
    'Microsoft.TaskCategory': { referenceName: task, word: 'Task', rank: 10, color: 'F2CB1D', fields: [RemainingWork] },
    'Microsoft.RequirementCategory': {
      referenceName: requirement,
      word: 'Requirement',
      rank: 20,
      color: '009CCC',
      fields: [Effort],
    },
    'Microsoft.FeatureCategory': { referenceName: feature, word: 'Feature', rank: 30, color: '773B93', fields: [] },
    'Microsoft.EpicCategory': { referenceName: epic, word: 'Epic', rank: 40, color: 'FF7B00', fields: [] },
  }
}

function planned(category: string, { word, ...level }: Level, process: Process): Behavior {
  const inherits = level.rank > 20 ? portfolio : ordered
  return { ...level, inherits, name: nameOf(category, process), description: `${word} level backlog and board` }
}

function behaviorsOf(process: Process): Behavior[] {
  const used = Object.entries(levelsOf(process)).filter(([category]) =>
    process.workItemTypes.some((type) => type.category === category),
  )
  return [...used.map(([category, level]) => planned(category, level, process)), ...roots(planningFields(process))]
}

function inheritedFields({ inherits, fields }: Behavior, all: readonly Behavior[]): string[] {
  const parent = all.find(({ referenceName }) => referenceName === inherits)
  return parent ? [...inheritedFields(parent, all), ...fields] : [...fields]
}

const shownField =
  ({ store }: Call) =>
  (referenceName: string) => ({
    name: findField(referenceName)?.name ?? referenceName,
    referenceName,
    url: `${store.url}/_apis/wit/fields/${referenceName}`,
  })

/** `$expand` may ask for its own fields, or for those it inherits as well. */
function fieldsAsked(call: Call, behavior: Behavior, all: readonly Behavior[]) {
  if (wants(call, 'combinedfields', 2)) return { fields: inheritedFields(behavior, all).map(shownField(call)) }
  return wants(call, 'fields', 1) ? { fields: behavior.fields.map(shownField(call)) } : {}
}

function shown(call: Call, behavior: Behavior, all: readonly Behavior[]) {
  const urlOf = (name: string) => `${call.store.url}/_apis/work/processes/${processIn(call).id}/behaviors/${name}`
  const { inherits, fields, ...own } = behavior
  return {
    ...own,
    customization: 'system',
    ...fieldsAsked(call, behavior, all),
    inherits: inherits === null ? null : { behaviorRefName: inherits, url: urlOf(inherits) },
    url: urlOf(own.referenceName),
  }
}

export function listBehaviors(call: Call): Answer {
  const all = behaviorsOf(processIn(call))
  return answerList(all.map((one) => shown(call, one, all)))
}

/** @throws 404 */
export function getBehavior(call: Call): Answer {
  const all = behaviorsOf(processIn(call))
  const wanted = call.parameters[1] ?? ''
  const behavior = all.find(({ referenceName }) => referenceName.toLowerCase() === wanted.toLowerCase())
  if (!behavior) throw behaviorUnknown(wanted)
  return answer(shown(call, behavior, all))
}
