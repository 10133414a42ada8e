import 'server-only'
import type { Condition, Expression, FieldReference, Value } from '#lib/platform/wiql/index'
import { workItemLinkTypes } from '../../relation-types'
import { type Context, fail, resolveField } from '../context'

type Part = 'source' | 'link' | 'target'

/** Without a prefix a field is the source's. */
function partOf(reference: FieldReference, context: Context): Part {
  if (resolveField(context, reference).referenceName === 'System.Links.LinkType') return 'link'
  return reference.end ?? 'source'
}

function fieldsIn(expression: Expression): FieldReference[] {
  if (expression.kind === 'and' || expression.kind === 'or') return expression.operands.flatMap(fieldsIn)
  if (expression.kind === 'not') return fieldsIn(expression.operand)
  const values = expression.kind === 'comparison' ? [expression.value] : []
  return [expression.field, ...values.filter((value) => value.kind === 'field')]
}

/** The conditions that AND joins, however they are grouped. */
const joined = (expression: Expression): readonly Expression[] =>
  expression.kind === 'and' ? expression.operands.flatMap(joined) : [expression]

/** Conditions on the source, the type of the link, and the target; each may be missing. */
export type LinkConditions = Readonly<Record<Part, Expression | undefined>>

/** @throws WiqlError unless AND joins the three groups; its wording is unverified */
export function splitByPart(where: Expression | undefined, context: Context): LinkConditions {
  const groups: Record<Part, Expression[]> = { source: [], link: [], target: [] }
  for (const expression of where ? joined(where) : []) {
    const [part = 'source', ...others] = new Set(fieldsIn(expression).map((field) => partOf(field, context)))
    if (others.length > 0) {
      fail(context, 'Conditions on the source, the link and the target must be joined by AND.', expression.span)
    }
    groups[part].push(expression)
  }
  const together = (operands: Expression[]): Expression | undefined => {
    const [first] = operands
    return first && { kind: 'and', operands, span: first.span }
  }
  return { source: together(groups.source), link: together(groups.link), target: together(groups.target) }
}

/** The reference name of a link type; link types may be named as on screens, too. */
function linkType(value: Value): string {
  const text = value.kind === 'string' ? value.value.toLowerCase() : ''
  const type = workItemLinkTypes.find(({ referenceName, name }) =>
    [referenceName, name].some((known) => known.toLowerCase() === text),
  )
  return type?.referenceName ?? text
}

function conditionHolds(condition: Condition, rel: string, context: Context): boolean {
  if (condition.kind === 'empty') return condition.negated
  if (condition.kind === 'in') return condition.values.some((value) => linkType(value) === rel) !== condition.negated
  const isEqual = linkType(condition.value) === rel
  if (condition.operator === '=') return isEqual !== condition.negated
  if (condition.operator === '<>') return isEqual === condition.negated
  return fail(context, 'The operator cannot be used with this field.', condition.span)
}

function holds(expression: Expression, rel: string, context: Context): boolean {
  if (expression.kind === 'and') return expression.operands.every((operand) => holds(operand, rel, context))
  if (expression.kind === 'or') return expression.operands.some((operand) => holds(operand, rel, context))
  if (expression.kind === 'not') return !holds(expression.operand, rel, context)
  return conditionHolds(expression, rel, context)
}

/** The types of links that a query follows. There are so few that each of them is asked once. */
export function linkTypesOf(expression: Expression | undefined, context: Context): ReadonlySet<string> {
  const names = workItemLinkTypes.map(({ referenceName }) => referenceName)
  return new Set(expression ? names.filter((rel) => holds(expression, rel, context)) : names)
}
