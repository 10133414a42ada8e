import type { Mode, Order, Query, Value } from './ast'
import { parseExpression } from './conditions'
import { type Cursor, createCursor } from './cursor'
import { parseField, parseList, parseValue } from './values'

const modes: Readonly<Record<string, Mode>> = {
  mustcontain: 'mustContain',
  maycontain: 'mayContain',
  doesnotcontain: 'doesNotContain',
  recursive: 'recursive',
}

function parseSource(cursor: Cursor): Query['from'] {
  if (!cursor.accept('FROM')) cursor.fail('TF51006: The query statement is missing a FROM clause.')
  if (cursor.accept('WORKITEMS')) return 'workItems'
  if (cursor.accept('WORKITEMLINKS')) return 'workItemLinks'
  return cursor.fail('Expecting WorkItems or WorkItemLinks.')
}

function parseOrder(cursor: Cursor): Order {
  const field = parseField(cursor)
  const descending = cursor.accept('DESC')
  if (!descending) cursor.accept('ASC')
  return { field, descending }
}

function parseMode(cursor: Cursor): Mode {
  cursor.expect('(')
  const mode = modes[cursor.peek().value.toLowerCase()]
  if (!mode) cursor.fail('Expecting a mode.')
  cursor.take()
  const returnsChildren = mode === 'recursive' && cursor.accept(',')
  if (returnsChildren && !cursor.accept('RETURNMATCHINGCHILDREN')) cursor.fail('Expecting ReturnMatchingChildren.')
  cursor.expect(')')
  return returnsChildren ? 'recursiveReturnMatchingChildren' : mode
}

interface Tail {
  orderBy: readonly Order[]
  asOf?: Value
  mode?: Mode
}

/** ORDER BY, ASOF and MODE; queries in the wild have them in any order. */
function parseTail(cursor: Cursor): Tail {
  const tail: Tail = { orderBy: [] }
  while (cursor.peek().kind !== 'end') {
    if (cursor.accept('ORDER', 'BY')) tail.orderBy = parseList(cursor, parseOrder)
    else if (cursor.accept('ASOF')) tail.asOf = parseValue(cursor)
    else if (cursor.accept('MODE')) tail.mode = parseMode(cursor)
    else cursor.fail('Expected end of string.')
  }
  return tail
}

/**
 * Reads a WIQL query. Fields, types of values and macros are not looked up: that needs an organization.
 * @throws WiqlError with the token that cannot be understood
 */
export function parseWiql(text: string): Query {
  const cursor = createCursor(text)
  if (!cursor.accept('SELECT')) cursor.fail('Expecting SELECT.')
  const select = parseList(cursor, parseField)
  const from = parseSource(cursor)
  const where = cursor.accept('WHERE') ? parseExpression(cursor) : undefined
  return { select, from, ...(where ? { where } : {}), ...parseTail(cursor) }
}
