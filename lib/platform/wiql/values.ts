import type { FieldReference, Macro, Value } from './ast'
import type { Cursor } from './cursor'

/** Words that end a field list or begin something else, so that they are no field unless in brackets. */
const reserved = new Set(['SELECT', 'FROM', 'WHERE', 'ORDER', 'BY', 'ASOF', 'MODE', 'AND', 'OR', 'NOT', 'IN', 'UNDER'])

const endOf: Readonly<Record<string, 'source' | 'target'>> = { source: 'source', target: 'target' }

function fieldName(cursor: Cursor): string {
  const { kind, value } = cursor.peek()
  const isName = kind === 'field' || (kind === 'word' && !reserved.has(value.toUpperCase()))
  if (!isName || value === '') cursor.fail('Expecting field name.')
  cursor.take()
  return value
}

/** `[System.Id]`, `System.Id`, `[ID]`, `[Source].[System.Id]` */
export function parseField(cursor: Cursor): FieldReference {
  const first = cursor.peek()
  const name = fieldName(cursor)
  const end = cursor.at('.') ? endOf[name.toLowerCase()] : undefined
  if (end === undefined) return { kind: 'field', name, span: cursor.since(first) }
  cursor.expect('.')
  return { kind: 'field', name: fieldName(cursor), end, span: cursor.since(first) }
}

/** One item or more, with commas between. */
export function parseList<T>(cursor: Cursor, parseItem: (cursor: Cursor) => T): T[] {
  const items = [parseItem(cursor)]
  while (cursor.accept(',')) items.push(parseItem(cursor))
  return items
}

/** `+ 7`, `- 7`, or nothing, which is 0. */
function parseOffset(cursor: Cursor): number {
  const sign = cursor.accept('-') ? -1 : Number(cursor.accept('+'))
  if (sign === 0) return 0
  if (cursor.peek().kind !== 'number') cursor.fail('Expecting a number.')
  return sign * Number(cursor.take().value)
}

function parseArgument(cursor: Cursor): string {
  if (cursor.peek().kind !== 'string') cursor.fail('Expecting a string.')
  return cursor.take().value
}

function parseArguments(cursor: Cursor): string[] {
  if (!cursor.accept('(')) return []
  const given = parseList(cursor, parseArgument)
  cursor.expect(')')
  return given
}

function parseMacro(cursor: Cursor): Macro {
  const first = cursor.take()
  const given = parseArguments(cursor)
  const offset = parseOffset(cursor)
  return { kind: 'macro', name: first.value.toLowerCase(), arguments: given, offset, span: cursor.since(first) }
}

/** A literal, a macro, or the field to compare with. @throws WiqlError */
export function parseValue(cursor: Cursor): Value {
  const first = cursor.peek()
  if (first.kind === 'string') return { kind: 'string', value: cursor.take().value, span: first.span }
  if (first.kind === 'macro') return parseMacro(cursor)
  if (cursor.at('TRUE') || cursor.at('FALSE')) {
    return { kind: 'boolean', value: cursor.take().value.toUpperCase() === 'TRUE', span: first.span }
  }
  const sign = cursor.accept('-') ? -1 : 1
  if (cursor.peek().kind === 'number') {
    return { kind: 'number', value: sign * Number(cursor.take().value), span: cursor.since(first) }
  }
  if (sign === -1) cursor.fail('Expecting a number.')
  return parseField(cursor)
}
