import type { Condition, Expression, FieldReference, Junction, Macro, Mode, Query, Value } from './ast'

const ends = { source: '[Source].', target: '[Target].' } as const

const printField = ({ end, name }: FieldReference): string => `${end ? ends[end] : ''}[${name}]`

const printString = (value: string): string => `'${value.replaceAll("'", "''")}'`

/** Macros as Microsoft's documentation spells them. */
const spellings = new Map(
  [
    'Me',
    'Project',
    'Today',
    'StartOfDay',
    'StartOfWeek',
    'StartOfMonth',
    'StartOfYear',
    'CurrentIteration',
    'TeamAreas',
    'Follows',
    'MyRecentActivity',
    'RecentMentions',
    'RecentProjectActivity',
  ].map((spelling) => [spelling.toLowerCase(), spelling]),
)

function printMacro({ name, arguments: given, offset }: Macro): string {
  const call = given.length === 0 ? '' : `(${given.map(printString).join(', ')})`
  const shift = offset === 0 ? '' : ` ${offset < 0 ? '-' : '+'} ${Math.abs(offset)}`
  return `@${spellings.get(name) ?? name}${call}${shift}`
}

function printValue(value: Value): string {
  if (value.kind === 'string') return printString(value.value)
  if (value.kind === 'macro') return printMacro(value)
  return value.kind === 'field' ? printField(value) : String(value.value)
}

function printCondition(condition: Condition): string {
  const field = printField(condition.field)
  const not = condition.negated ? 'NOT ' : ''
  if (condition.kind === 'empty') return `${field} IS ${not}EMPTY`
  const start = `${condition.ever ? 'EVER ' : ''}${field} ${not}`
  if (condition.kind === 'in') return `${start}IN (${condition.values.map(printValue).join(', ')})`
  return `${start}${condition.operator.toUpperCase()} ${printValue(condition.value)}`
}

const isJunction = (expression: Expression): expression is Junction =>
  expression.kind === 'and' || expression.kind === 'or'

/** Only AND within OR needs no parentheses; AND within AND keeps them, because somebody put them there. */
function printOperand(operand: Expression, around: 'and' | 'or' | 'not'): string {
  const isTighter = !isJunction(operand) || (operand.kind === 'and' && around === 'or')
  const isPlain = isTighter && !(operand.kind === 'not' && around === 'not')
  return isPlain ? printExpression(operand) : `(${printExpression(operand)})`
}

function printExpression(expression: Expression): string {
  if (expression.kind === 'not') return `NOT ${printOperand(expression.operand, 'not')}`
  if (!isJunction(expression)) return printCondition(expression)
  const { kind, operands } = expression
  return operands.map((operand) => printOperand(operand, kind)).join(` ${kind.toUpperCase()} `)
}

const modes: Readonly<Record<Mode, string>> = {
  mustContain: 'MustContain',
  mayContain: 'MayContain',
  doesNotContain: 'DoesNotContain',
  recursive: 'Recursive',
  recursiveReturnMatchingChildren: 'Recursive, ReturnMatchingChildren',
}

/** Writes a query as WIQL: names in brackets, keywords in capitals, no parentheses that are not needed. */
export function printWiql({ select, from, where, orderBy, asOf, mode }: Query): string {
  const columns = orderBy.map(({ field, descending }) => `${printField(field)}${descending ? ' DESC' : ''}`)
  const clauses = [
    `SELECT ${select.map(printField).join(', ')}`,
    `FROM ${from === 'workItems' ? 'WorkItems' : 'WorkItemLinks'}`,
    ...(where ? [`WHERE ${printExpression(where)}`] : []),
    ...(columns.length > 0 ? [`ORDER BY ${columns.join(', ')}`] : []),
    ...(asOf ? [`ASOF ${printValue(asOf)}`] : []),
    ...(mode ? [`MODE (${modes[mode]})`] : []),
  ]
  return clauses.join(' ')
}
