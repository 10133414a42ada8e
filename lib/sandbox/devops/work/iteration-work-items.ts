import 'server-only'
import type { Level, WorkItem } from '../../seed/model'
import { type Answer, answer } from '../protocol/answer'
import type { Call } from '../protocol/call'
import { areasOf } from './team-areas'
import { type TeamContext, teamContext } from './team-context'
import { teamIteration, teamIterationUrl } from './team-iterations'

/** Whether an item is in one of the areas that the team looks after. */
export function belongsTo(context: TeamContext): (item: WorkItem) => boolean {
  const areas = areasOf(context)
  return ({ project, area }) =>
    project.id === context.project.id &&
    areas.some(
      ({ path, includeChildren }) => area.path === path || (includeChildren && area.path.startsWith(`${path}\\`)),
    )
}

const levelsOfTaskboard: readonly Level[] = ['requirement', 'bug', 'task']

const parentOf = (item: WorkItem): number | undefined => {
  const parent = item.field('System.Parent')
  return typeof parent === 'number' ? parent : undefined
}

/** What a team has in an iteration: each item below its parent if that is there too, else at the top. */
export function listIterationWorkItems(call: Call): Answer {
  const context = teamContext(call)
  const { iteration } = teamIteration(context, call.parameters[0] ?? '')
  const isOurs = belongsTo(context)
  const items = [...context.store.workItems.all()].filter(
    (item) => item.iteration.id === iteration.id && levelsOfTaskboard.includes(item.type.level) && isOurs(item),
  )
  const ids = new Set(items.map(({ id }) => id))
  const reference = (id: number) => ({ id, url: `${context.store.url}/_apis/wit/workItems/${id}` })
  const relations = items.map((item) => {
    const parent = parentOf(item)
    const isInside = parent !== undefined && ids.has(parent)
    return {
      rel: isInside ? 'System.LinkTypes.Hierarchy-Forward' : null,
      source: isInside ? reference(parent) : null,
      target: reference(item.id),
    }
  })
  const self = teamIterationUrl(context, iteration.identifier)
  const url = `${self}/workitems`
  return answer({
    workItemRelations: relations,
    url,
    _links: { self: { href: url }, iteration: { href: self } },
  })
}
