const brand = Symbol.for('certboard.wiql-error')

/** The piece of the query text from `start` to before `end`, counted in UTF-16 units. */
export interface Span {
  readonly start: number
  readonly end: number
}

/** A query that cannot be understood, said in Azure DevOps' way: what is wrong, and the token where it shows. */
export class WiqlError extends Error {
  readonly [brand] = true
  override readonly name = 'WiqlError'
  /** What is wrong, without the token. */
  readonly reason: string
  readonly token: string
  readonly span: Span

  constructor(reason: string, text: string, span: Span) {
    const token = text.slice(span.start, span.end)
    super(`${reason} The error is caused by «${token}».`)
    this.reason = reason
    this.token = token
    this.span = span
  }
}

/** By symbol, because bundlers may load this module twice. */
export const isWiqlError = (value: unknown): value is WiqlError =>
  typeof value === 'object' && value !== null && brand in value
