import 'server-only'
import type { Macro, Value } from '#lib/platform/wiql/index'
import type { WorkItem } from '../../../../seed/model'
import { areasOf } from '../../../work/team-areas'
import type { Field } from '../../fields/field'
import { type Context, fail } from '../context'
import { isUnder } from './paths'
import { teamOf } from './teams'

export type Test = (item: WorkItem) => boolean

/** How long an activity counts as recent; unverified. */
const recent = 30 * 86_400_000

const changedRecently = ({ now }: Context): Test => {
  const since = now - recent
  return (item) => Number(item.field('System.ChangedDate')) >= since
}

function changedBy({ caller }: Context): Test {
  return (item) => {
    const by = item.field('System.ChangedBy')
    return typeof by === 'object' && by.displayName === caller.displayName
  }
}

/** Whoever signs in with a certificate follows nothing, and nobody mentions it. */
const nothing: Test = () => false

/** The macros that stand for items, as conditions on these. */
const itemSets: Readonly<Record<string, (context: Context) => Test>> = {
  follows: () => nothing,
  recentmentions: () => nothing,
  myrecentactivity(context) {
    const isRecent = changedRecently(context)
    const isMine = changedBy(context)
    return (item) => isRecent(item) && isMine(item)
  },
  recentprojectactivity(context) {
    const isRecent = changedRecently(context)
    return (item) => item.project.id === context.project?.id && isRecent(item)
  },
}

/** The areas of a team, with those below them or without, as the team has chosen. */
function teamAreas(context: Context, macro: Macro): Test {
  const team = teamOf(context, macro)
  const tests = (team ? areasOf(team) : []).map(({ path, includeChildren }) => {
    const own = path.toLowerCase()
    return includeChildren ? isUnder(own) : (other: string) => other === own
  })
  return ({ area }) => {
    const path = area.path.toLowerCase()
    return tests.some((holds) => holds(path))
  }
}

/** The condition that a macro stands for, if it is one of those that stand for several values. */
export function setTest(value: Value, field: Field, context: Context): Test | undefined {
  if (value.kind !== 'macro') return undefined
  const items = itemSets[value.name]
  if (!items && value.name !== 'teamareas') return undefined
  const wanted = items ? 'System.Id' : 'System.AreaPath'
  if (field.referenceName !== wanted) fail(context, 'The macro cannot be used with this field.', value.span)
  return items ? items(context) : teamAreas(context, value)
}
