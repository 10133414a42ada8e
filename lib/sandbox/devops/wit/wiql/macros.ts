import 'server-only'
import type { Macro } from '#lib/platform/wiql/index'
import type { Project } from '../../../seed/model'
import { iterationAt } from '../../../seed/nodes'
import { notEmulated } from '../../protocol/errors'
import { queryRefused } from '../errors'
import { type Context, fail } from './context'
import { type QueryDate, shift, startOf, type Unit } from './dates'

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

function currentIteration({ now }: Context, { iterations }: Project, offset: number): string {
  const dated = iterations.filter(({ startDate }) => startDate !== undefined)
  const current = iterationAt(iterations, now)
  const index = dated.findIndex(({ id }) => id === current?.id) + offset
  return dated[index]?.path ?? iterations[0].path
}

/** The macro's value: text, or a date. @throws WiqlError, 501 for a macro that is not emulated */
export function valueOfMacro(context: Context, macro: Macro): string | QueryDate {
  const own = dateMacros[macro.name]
  if (own) return dateOf(context, macro, own)
  if (macro.name === 'me') return context.caller.displayName
  if (macro.name === 'project') {
    return context.project?.name ?? fail(context, 'The macro @Project is not supported without a project.', macro.span)
  }
  if (macro.name === 'currentiteration' && macro.arguments.length === 0) {
    // The service really answers 500 here.
    if (!context.project) {
      throw queryRefused("VS402612: The macro '@CurrentIteration' is not supported without a team context.", 500)
    }
    return currentIteration(context, context.project, macro.offset)
  }
  throw notEmulated(`the macro @${macro.name}`)
}
