import 'server-only'
import type { Expression } from '#lib/platform/wiql/index'
import { type Context, fail } from '../context'
import { conditionTest } from './conditions'
import type { Test } from './sets'

const asksHistory = (expression: Expression): boolean => {
  if (expression.kind === 'and' || expression.kind === 'or') return expression.operands.some(asksHistory)
  if (expression.kind === 'not') return asksHistory(expression.operand)
  return expression.kind !== 'empty' && expression.ever
}

/** What is asked of the history comes last, because reading revisions takes longest. */
const cheapFirst = (operands: readonly Expression[]): Expression[] =>
  operands.toSorted((one, other) => Number(asksHistory(one)) - Number(asksHistory(other)))

const all = (tests: readonly Test[]): Test => {
  return (item) => {
    for (const test of tests) if (!test(item)) return false
    return true
  }
}

const any = (tests: readonly Test[]): Test => {
  return (item) => {
    for (const test of tests) if (test(item)) return true
    return false
  }
}

/**
 * Turns a condition into a function that is then asked of every item.
 * @throws WiqlError for fields, paths and values that do not exist or do not fit
 */
export function testOf(expression: Expression, context: Context): Test {
  if (expression.kind === 'and' || expression.kind === 'or') {
    const tests = cheapFirst(expression.operands).map((operand) => testOf(operand, context))
    return expression.kind === 'and' ? all(tests) : any(tests)
  }
  if (expression.kind === 'not') {
    const { operand } = expression
    if (operand.kind !== 'empty' && 'ever' in operand && operand.ever) {
      fail(context, 'EVER cannot be negated.', expression.span)
    }
    const test = testOf(operand, context)
    return (item) => !test(item)
  }
  return conditionTest(expression, context)
}
