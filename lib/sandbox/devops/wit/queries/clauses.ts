import 'server-only'
import type {
  Comparison,
  ComparisonOperator,
  Condition,
  Expression,
  FieldReference,
  Query,
  Value,
} from '#lib/platform/wiql/index'
import type { Store } from '../../store/index'
import { findField } from '../fields/fields'
import { type Operation, operationReference } from '../fields/operations'

/** A query's text and the tree it was read as. */
export interface ParsedQuery {
  readonly text: string
  readonly query: Query
  readonly store: Store
}

const positive: Readonly<Record<ComparisonOperator, Operation>> = {
  '=': 'equals',
  '<>': 'notEquals',
  '<': 'lessThan',
  '>': 'greaterThan',
  '<=': 'lessThanEquals',
  '>=': 'greaterThanEquals',
  contains: 'contains',
  'contains words': 'containsWords',
  under: 'under',
  'in group': 'inGroup',
}

const negative: Partial<Record<ComparisonOperator, Operation>> = {
  '=': 'notEquals',
  contains: 'notContains',
  'contains words': 'notContainsWords',
  under: 'notUnder',
  'in group': 'notInGroup',
}

function operationOf(condition: Condition): Operation {
  if (condition.kind === 'empty') return condition.negated ? 'isNotEmpty' : 'isEmpty'
  if (condition.kind === 'in') return condition.negated ? 'notIn' : 'in'
  const { operator, negated, ever } = condition
  if (ever) return 'ever'
  return (negated ? negative[operator] : undefined) ?? positive[operator]
}

/** A field of the organization, or one that only queries for links have. */
export function fieldReference({ name }: FieldReference, { url }: Store) {
  const field = findField(name) ?? { referenceName: name, name: name === 'System.Links.LinkType' ? 'Link Type' : name }
  return {
    referenceName: field.referenceName,
    name: field.name,
    url: `${url}/_apis/wit/fields/${field.referenceName}`,
  }
}

/** Texts without their quotation marks; macros as they are written. */
function valueText({ text }: ParsedQuery, value: Value): string {
  if (value.kind === 'string') return value.value
  return text.slice(value.span.start, value.span.end)
}

function comparedWith(parsed: ParsedQuery, { value }: Comparison) {
  if (value.kind !== 'field') return { value: valueText(parsed, value) }
  return { isFieldValue: true, fieldValue: fieldReference(value, parsed.store) }
}

function operandOf(parsed: ParsedQuery, condition: Condition) {
  if (condition.kind === 'empty') return { value: '' }
  if (condition.kind === 'comparison') return comparedWith(parsed, condition)
  return { value: condition.values.map((value) => valueText(parsed, value)).join(',') }
}

/**
 * The conditions as the editor shows them: a tree of the operators AND and OR. What stands for a NOT before parentheses
 * is not known; it is left out.
 */
function clauseOf(parsed: ParsedQuery, expression: Expression): object {
  if (expression.kind === 'not') return clauseOf(parsed, expression.operand)
  if (expression.kind === 'and' || expression.kind === 'or') {
    return {
      logicalOperator: expression.kind,
      clauses: expression.operands.map((operand) => clauseOf(parsed, operand)),
    }
  }
  return {
    field: fieldReference(expression.field, parsed.store),
    operator: operationReference(operationOf(expression)),
    ...operandOf(parsed, expression),
  }
}

type Side = 'sourceClauses' | 'linkClauses' | 'targetClauses'

/** Which part of a query for links a condition belongs to; its fields tell. */
function sideOf(expression: Expression): Side {
  if (expression.kind === 'not') return sideOf(expression.operand)
  if (expression.kind === 'and' || expression.kind === 'or') {
    const [first] = expression.operands
    return first ? sideOf(first) : 'sourceClauses'
  }
  if (expression.field.end === undefined) return 'linkClauses'
  return expression.field.end === 'source' ? 'sourceClauses' : 'targetClauses'
}

/** Everything that AND joins at the top, however it is put into parentheses. */
const conjuncts = (expression: Expression): readonly Expression[] =>
  expression.kind === 'and' ? expression.operands.flatMap(conjuncts) : [expression]

function linkClauses(parsed: ParsedQuery, where: Expression) {
  const parts = conjuncts(where)
  const of = (side: Side) => {
    const own = parts.filter((part) => sideOf(part) === side)
    const clauses = own.map((part) => clauseOf(parsed, part))
    return clauses.length === 0 ? {} : { [side]: { logicalOperator: 'and', clauses } }
  }
  return {
    ...of('linkClauses'),
    filterOptions: filterOption(parsed.query),
    ...of('sourceClauses'),
    ...of('targetClauses'),
  }
}

const options = {
  mustContain: 'linksOneHopMustContain',
  mayContain: 'linksOneHopMayContain',
  doesNotContain: 'linksOneHopDoesNotContain',
  recursive: 'linksRecursiveMayContain',
  recursiveReturnMatchingChildren: 'linksRecursiveMayContain',
} as const

const filterOption = ({ mode = 'mustContain' }: Query): string => options[mode]

/** What `$expand=clauses` adds. */
export function clausesOf(parsed: ParsedQuery): object {
  const { where, from } = parsed.query
  if (!where) return {}
  return from === 'workItems' ? { clauses: clauseOf(parsed, where) } : linkClauses(parsed, where)
}
