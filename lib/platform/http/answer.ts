import 'server-only'

/** An answer read to its end. `text` is decoded as UTF-8, without a byte order mark. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
}
