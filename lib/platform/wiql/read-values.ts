import type { SyntaxNode } from '@lezer/common'
import type { FieldReference, Macro, Value } from './ast'
import { type Span, WiqlError } from './error'

export const spanOf = ({ from, to }: SyntaxNode): Span => ({ start: from, end: to })

export const textOf = (text: string, { from, to }: SyntaxNode): string => text.slice(from, to)

export function childrenOf(node: SyntaxNode): SyntaxNode[] {
  const children: SyntaxNode[] = []
  for (let child = node.firstChild; child; child = child.nextSibling) children.push(child)
  return children
}

function nameOf(text: string, node: SyntaxNode): string {
  const name = node.name === 'BracketedName' ? text.slice(node.from + 1, node.to - 1).trim() : textOf(text, node)
  if (name === '') throw new WiqlError('Expecting field name.', text, spanOf(node))
  return name
}

const endOf: Readonly<Record<string, 'source' | 'target'>> = { source: 'source', target: 'target' }

/** The end in front of a name and the name itself: `[Source].[System.Id]`, or without brackets `Source.System.Id`. */
function partsOf(text: string, node: SyntaxNode): readonly [end: string | undefined, name: string] {
  const [first, second] = childrenOf(node).filter(({ name }) => name !== '.')
  if (!first) throw new Error('A field without a name')
  if (second) return [nameOf(text, first), nameOf(text, second)]
  const [, end, name] = first.name === 'Name' ? (/^(source|target)\.(.+)$/i.exec(textOf(text, first)) ?? []) : []
  return name === undefined ? [undefined, nameOf(text, first)] : [end, name]
}

/** @throws WiqlError for an empty name, and for a prefix that is no end of a link */
export function readField(text: string, node: SyntaxNode): FieldReference {
  const [prefix, name] = partsOf(text, node)
  const span = spanOf(node)
  if (prefix === undefined) return { kind: 'field', name, span }
  const end = endOf[prefix.toLowerCase()]
  if (!end) throw new WiqlError('TF51005: The query references a field that does not exist.', text, span)
  return { kind: 'field', name, end, span }
}

function unquoted(text: string, node: SyntaxNode): string {
  const quote = text.charAt(node.from)
  return text.slice(node.from + 1, node.to - 1).replaceAll(quote + quote, quote)
}

/** A sign, if there is one, and digits; never minus zero. */
function numberIn(text: string, node: SyntaxNode): number {
  const [sign, digits] = node.getChild('Sign') ? childrenOf(node) : [undefined, node.firstChild]
  const amount = digits ? Number(textOf(text, digits)) : 0
  return sign && textOf(text, sign) === '-' ? 0 - amount : amount
}

function readMacro(text: string, node: SyntaxNode): Macro {
  const [name] = childrenOf(node)
  const offset = node.getChild('Offset')
  return {
    kind: 'macro',
    name: name ? text.slice(name.from + 1, name.to).toLowerCase() : '',
    arguments:
      node
        .getChild('Arguments')
        ?.getChildren('String')
        .map((argument) => unquoted(text, argument)) ?? [],
    offset: offset ? numberIn(text, offset) : 0,
    span: spanOf(node),
  }
}

const values: Readonly<Record<string, (text: string, node: SyntaxNode) => Value>> = {
  String: (text, node) => ({ kind: 'string', value: unquoted(text, node), span: spanOf(node) }),
  Number: (text, node) => ({ kind: 'number', value: numberIn(text, node), span: spanOf(node) }),
  True: (_, node) => ({ kind: 'boolean', value: true, span: spanOf(node) }),
  False: (_, node) => ({ kind: 'boolean', value: false, span: spanOf(node) }),
  Macro: readMacro,
  Field: readField,
}

/** The values among these nodes. @throws WiqlError */
export const readValues = (text: string, nodes: readonly SyntaxNode[]): Value[] =>
  nodes.flatMap((node) => values[node.name]?.(text, node) ?? [])
