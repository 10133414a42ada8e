import type { SyntaxNode } from '@lezer/common'
import type { ComparisonOperator, Condition, Expression, FieldReference, Value } from './ast'
import { childrenOf, readField, readValues, spanOf, textOf } from './read-values'

interface Parts {
  readonly field: FieldReference
  readonly negated: boolean
  readonly ever: boolean
  readonly values: readonly Value[]
}

/** What all conditions are made of; the field comes before the values. */
function partsOf(text: string, node: SyntaxNode): Parts {
  const children = childrenOf(node)
  const at = children.findIndex(({ name }) => name === 'Field')
  const field = children[at]
  if (!field) throw new Error('A condition without a field')
  return {
    field: readField(text, field),
    negated: node.getChild('Not') !== null,
    ever: node.getChild('Ever') !== null,
    values: readValues(text, children.slice(at + 1)),
  }
}

const symbols: Readonly<Record<string, ComparisonOperator>> = {
  '=': '=',
  '<>': '<>',
  '!=': '<>',
  '<': '<',
  '>': '>',
  '<=': '<=',
  '>=': '>=',
}

/** Behind EVER there may be none, which means equality. */
function operatorOf(text: string, node: SyntaxNode): ComparisonOperator {
  if (node.getChild('ContainsWords')) return 'contains words'
  if (node.getChild('Contains')) return 'contains'
  if (node.getChild('Under')) return 'under'
  const symbol = node.getChild('CompareOp')
  return (symbol && symbols[textOf(text, symbol)]) ?? '='
}

function comparison(operator: ComparisonOperator, { values, ...parts }: Parts, node: SyntaxNode): Condition {
  const [value] = values
  if (!value) throw new Error('A comparison without a value')
  return { kind: 'comparison', ...parts, operator, value, span: spanOf(node) }
}

const conditions: Readonly<Record<string, (text: string, node: SyntaxNode) => Condition>> = {
  Comparison: (text, node) => comparison(operatorOf(text, node), partsOf(text, node), node),
  GroupMembership: (text, node) => comparison('in group', partsOf(text, node), node),
  Membership: (text, node) => ({ kind: 'in', ...partsOf(text, node), span: spanOf(node) }),
  Emptiness(text, node) {
    const { field, negated } = partsOf(text, node)
    return { kind: 'empty', field, negated, span: spanOf(node) }
  },
}

/** The expressions among these nodes, without the parentheses around them. */
const readExpressions = (text: string, nodes: readonly SyntaxNode[]): Expression[] =>
  nodes.flatMap((node) => readExpression(text, node) ?? [])

function onlyOne(text: string, node: SyntaxNode): Expression {
  const [inner] = readExpressions(text, childrenOf(node))
  if (!inner) throw new Error(`Nothing in ${node.name}`)
  return inner
}

/** The expression that a node stands for, if it is one. @throws WiqlError */
export function readExpression(text: string, node: SyntaxNode): Expression | undefined {
  const { name } = node
  const span = spanOf(node)
  if (name === 'Disjunction') return { kind: 'or', operands: readExpressions(text, childrenOf(node)), span }
  if (name === 'Conjunction') return { kind: 'and', operands: readExpressions(text, childrenOf(node)), span }
  if (name === 'Negation') return { kind: 'not', operand: onlyOne(text, node), span }
  if (name === 'Parenthesized') return onlyOne(text, node)
  return conditions[name]?.(text, node)
}
