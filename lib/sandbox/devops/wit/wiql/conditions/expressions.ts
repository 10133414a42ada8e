import 'server-only'
import type { Expression } from '#lib/platform/wiql/index'
import { type Context, fail } from '../context'
import { conditionTest } from './conditions'
import type { Test } from './sets'

/** Reading revisions takes longest, then looking into texts, which are written when somebody reads them. */
function costOf(expression: Expression): number {
  if (expression.kind === 'not') return costOf(expression.operand)
  if (expression.kind === 'and' || expression.kind === 'or') {
    return expression.operands.reduce((highest, operand) => Math.max(highest, costOf(operand)), 0)
  }
  if (expression.kind === 'empty') return 0
  if (expression.ever) return 2
  return expression.kind === 'comparison' && expression.operator.startsWith('contains') ? 1 : 0
}

/** Their tests, those first that take least time. What is wrong is found in the order of the text all the same. */
function testsOf(operands: readonly Expression[], context: Context): readonly Test[] {
  const tests = operands.map((operand) => ({ test: testOf(operand, context), cost: costOf(operand) }))
  return tests.sort((one, other) => one.cost - other.cost).map(({ test }) => test)
}

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
    const tests = testsOf(expression.operands, context)
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
