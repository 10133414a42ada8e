import 'server-only'
import { argumentRefused } from '../../protocol/errors'

/** Which bytes of a file a part of it holds. */
export interface ContentRange {
  readonly start: number
  /** Of the whole file. */
  readonly size: number
}

const form = /^bytes (\d{1,10})-(\d{1,10})\/(\d{1,10})$/

/** Reads the header of a part, such as `bytes 0-39999/50000`, and checks it against what came; wordings unverified. */
export function contentRangeOf({ headers }: Request, length: number): ContentRange {
  const text = headers.get('content-range') ?? ''
  const parts = form.exec(text)
  if (!parts) throw argumentRefused(`The value '${text}' is not valid for Content-Range.`)
  const [start = 0, end = 0, size = 0] = parts.slice(1).map(Number)
  if (end - start + 1 !== length || end >= size) {
    throw argumentRefused(`The Content-Range '${text}' does not fit the ${length} bytes that were sent.`)
  }
  return { start, size }
}
