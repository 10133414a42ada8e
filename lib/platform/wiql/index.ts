/** The Work Item Query Language: text in, tree out. Knows no organization, and runs in the browser too. */
export type * from './ast'
export { isWiqlError, type Span, WiqlError } from './error'
export { parseWiql } from './parse'
export { printWiql } from './print'
