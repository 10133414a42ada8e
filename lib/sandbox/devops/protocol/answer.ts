import 'server-only'

/**
 * What a handler answers with. The body is JSON already, because lists of work items are put together as bytes; a
 * `content-type` among the headers makes it something else.
 */
export interface Answer {
  /** 200 unless given; with 204 there is no body. */
  readonly status?: number
  readonly json: string | Buffer<ArrayBuffer>
  readonly headers?: Readonly<Record<string, string>>
}

export const answer = (value: unknown, headers?: Answer['headers']): Answer => ({
  json: JSON.stringify(value),
  ...(headers ? { headers } : {}),
})

/** Something has been made. */
export const created = (value: unknown, headers?: Answer['headers']): Answer => ({
  ...answer(value, headers),
  status: 201,
})

export const noContent: Answer = { status: 204, json: '' }

export const answerList = (value: readonly unknown[]): Answer => answer({ count: value.length, value })

/** Something else than JSON. */
export const answerText = (text: string, contentType = 'text/plain; charset=utf-8'): Answer => ({
  json: text,
  headers: { 'content-type': contentType },
})

export const json = 'application/json; charset=utf-8'
