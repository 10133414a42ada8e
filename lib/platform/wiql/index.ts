/** The Work Item Query Language: text in, tree out. Knows no organization, and runs in the browser too. */
export type {
  Comparison,
  ComparisonOperator,
  Condition,
  Emptiness,
  Expression,
  FieldReference,
  Macro,
  Membership,
  Order,
  Query,
  Value,
} from './ast'
export { isWiqlError, type Span, WiqlError } from './error'
export { parseWiql } from './parse'
