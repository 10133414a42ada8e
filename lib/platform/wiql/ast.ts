import type { Span } from './error'

/** A query as Microsoft's “Syntax for the Work Item Query Language (WIQL)” describes it, as a tree with positions. */
export interface Query {
  readonly select: readonly FieldReference[]
  readonly from: 'workItems' | 'workItemLinks'
  readonly where?: Expression
  readonly orderBy: readonly Order[]
  readonly asOf?: Value
  /** Of a query for links. */
  readonly mode?: Mode
}

export type Mode = 'mustContain' | 'mayContain' | 'doesNotContain' | 'recursive' | 'recursiveReturnMatchingChildren'

/** A field by its reference name or its name on screens; which of them it is, the organization knows. */
export interface FieldReference {
  readonly kind: 'field'
  readonly name: string
  /** In a query for links: the end of the link whose field it is. */
  readonly end?: 'source' | 'target'
  readonly span: Span
}

export interface Order {
  readonly field: FieldReference
  readonly descending: boolean
}

export type Expression = Junction | Negation | Condition

interface Operands {
  readonly operands: readonly Expression[]
  readonly span: Span
}

/** Two types rather than one with two kinds, so that asking for the kind tells them from conditions. */
export type Junction = (Operands & { readonly kind: 'and' }) | (Operands & { readonly kind: 'or' })

interface Negation {
  readonly kind: 'not'
  readonly operand: Expression
  readonly span: Span
}

export type Condition = Comparison | Membership | Emptiness

export type ComparisonOperator =
  | '='
  | '<>'
  | '<'
  | '>'
  | '<='
  | '>='
  | 'contains'
  | 'contains words'
  | 'under'
  | 'in group'

export interface Comparison {
  readonly kind: 'comparison'
  readonly field: FieldReference
  readonly operator: ComparisonOperator
  readonly negated: boolean
  /** Whether any revision counts, not only the last one. */
  readonly ever: boolean
  readonly value: Value
  readonly span: Span
}

/** IN and NOT IN. */
export interface Membership {
  readonly kind: 'in'
  readonly field: FieldReference
  readonly negated: boolean
  readonly ever: boolean
  readonly values: readonly Value[]
  readonly span: Span
}

/** IS EMPTY and IS NOT EMPTY. */
export interface Emptiness {
  readonly kind: 'empty'
  readonly field: FieldReference
  readonly negated: boolean
  readonly span: Span
}

export type Value = Literal | Macro | FieldReference

type Literal =
  | { readonly kind: 'string'; readonly value: string; readonly span: Span }
  | { readonly kind: 'number'; readonly value: number; readonly span: Span }
  | { readonly kind: 'boolean'; readonly value: boolean; readonly span: Span }

export interface Macro {
  readonly kind: 'macro'
  /** In lower case, without @. */
  readonly name: string
  readonly arguments: readonly string[]
  /** Added behind it, as in `@Today - 7`. */
  readonly offset: number
  readonly span: Span
}
