import 'server-only'
import type { Macro } from '#lib/platform/wiql/index'
import { notEmulated } from '../../../protocol/errors'
import { scheduleOf } from '../../../work/schedule'
import { type Context, fail } from '../context'
import { type QueryDate, shift, startOf, type Unit } from './dates'
import { teamOf } from './teams'

/** The unit that `@Today - 1` and the like count in. */
const dateMacros: Readonly<Record<string, 'd' | 'w' | 'M' | 'y'>> = {
  today: 'd',
  startofday: 'd',
  startofweek: 'w',
  startofmonth: 'M',
  startofyear: 'y',
}

const shiftForm = /^\s*([+-]?\d{1,5})\s*([ymwdhM])\s*$/

function unitOf(text: string | undefined): Unit | undefined {
  return (['d', 'w', 'M', 'y', 'h', 'm'] as const).find((unit) => unit === text)
}

/** `@StartOfMonth('+3M') - 1`: the start of the month, then the argument, then the number in the macro's own unit. */
function dateOf(context: Context, macro: Macro, own: 'd' | 'w' | 'M' | 'y'): QueryDate {
  const [argument] = macro.arguments
  const [, amount = 0, letter] = shiftForm.exec(argument ?? '') ?? []
  const unit = unitOf(letter)
  if (argument !== undefined && !unit) fail(context, 'The argument of the macro is not valid.', macro.span)
  const start = startOf(context.now, own)
  const moved = unit ? shift(start, Number(amount), unit) : start
  return { instant: shift(moved, macro.offset, own), hasTime: unit === 'h' || unit === 'm' }
}

/** The path of the team's current sprint, or of one before or after it; nothing, where the team has none there. */
function currentIteration(context: Context, macro: Macro): string | undefined {
  const team = teamOf(context, macro)
  const schedule = team ? scheduleOf(team) : []
  const current = schedule.findIndex(({ timeFrame }) => timeFrame === 'current')
  return schedule[current + macro.offset]?.iteration.path
}

/**
 * The macro's value: text, a date, or nothing, which no item has.
 * @throws WiqlError, 501 for a macro that is not emulated
 */
export function valueOfMacro(context: Context, macro: Macro): string | QueryDate | undefined {
  const own = dateMacros[macro.name]
  if (own) return dateOf(context, macro, own)
  if (macro.name === 'me') return context.caller.displayName
  if (macro.name === 'currentiteration') return currentIteration(context, macro)
  if (macro.name === 'project') {
    return context.project?.name ?? fail(context, 'The macro @Project is not supported without a project.', macro.span)
  }
  throw notEmulated(`the macro @${macro.name}`)
}
