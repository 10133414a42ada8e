import type { SyntaxNode } from '@lezer/common'
import type { Mode, Order, Query } from './ast'
import { readExpression } from './read-conditions'
import { childrenOf, readField, readValues } from './read-values'
import { syntaxTree } from './syntax'

const modes: readonly (readonly [node: string, mode: Mode])[] = [
  ['MustContain', 'mustContain'],
  ['MayContain', 'mayContain'],
  ['DoesNotContain', 'doesNotContain'],
  ['ReturnMatchingChildren', 'recursiveReturnMatchingChildren'],
  ['Recursive', 'recursive'],
]

function readOrder(text: string, node: SyntaxNode): Order {
  const [field] = node.getChildren('Field')
  if (!field) throw new Error('A sort column without a field')
  return { field: readField(text, field), descending: node.getChild('Descending') !== null }
}

type ClauseReader = (text: string, clause: SyntaxNode) => Partial<Query>

/** What each clause behind FROM says of the query. */
const clauseReaders: Readonly<Record<string, ClauseReader>> = {
  WhereClause: (text, clause) => {
    const [where] = childrenOf(clause).flatMap((child) => readExpression(text, child) ?? [])
    return where ? { where } : {}
  },
  OrderClause: (text, clause) => ({
    orderBy: clause.getChildren('SortColumn').map((column) => readOrder(text, column)),
  }),
  AsOfClause: (text, clause) => {
    const [asOf] = readValues(text, childrenOf(clause))
    return asOf ? { asOf } : {}
  },
  ModeClause: (_, clause) => {
    const [, mode] = modes.find(([name]) => clause.getChild(name)) ?? []
    return mode ? { mode } : {}
  },
}

/**
 * Reads a WIQL query. Fields, types of values and macros are not looked up: that needs an organization. Queries in the
 * wild have the clauses behind WHERE in any order; the last of a kind counts.
 * @throws WiqlError with the token that cannot be understood
 */
export function parseWiql(text: string): Query {
  const { topNode } = syntaxTree(text)
  const fields = topNode.getChild('SelectClause')?.getChildren('Field') ?? []
  const head: Query = {
    select: fields.map((field) => readField(text, field)),
    from: topNode.getChild('FromClause')?.getChild('WorkItemLinks') ? 'workItemLinks' : 'workItems',
    orderBy: [],
  }
  let query = head
  for (const clause of childrenOf(topNode)) query = { ...query, ...clauseReaders[clause.name]?.(text, clause) }
  return query
}
