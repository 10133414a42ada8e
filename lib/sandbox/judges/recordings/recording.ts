import 'server-only'
import { recordedLines } from '../reference'

/** A recorded pair; names of headers are in lower case. */
export interface Recording {
  readonly source: { readonly blob: string; readonly index: number; readonly recordedAt: string }
  readonly request: {
    readonly method: string
    readonly url: string
    readonly headers: Readonly<Record<string, string>>
  }
  readonly response: {
    readonly status: number
    readonly headers: Readonly<Record<string, string | readonly string[]>>
    readonly body: unknown
  }
}

const files = new Map<string, readonly Recording[]>()

/** The pair that is named `work-items 06081b 17`: file, beginning of the blob, index. */
export function findRecording(name: string): Recording | undefined {
  const [file = '', blob = '', index = ''] = name.split(' ')
  const lines = files.get(file) ?? recordedLines<Recording>(`${file}.jsonl`)
  files.set(file, lines)
  return lines.find(({ source }) => source.blob?.startsWith(blob) && source.index === Number(index))
}
