import 'server-only'

/** A call to the organization: method and address behind its name, `{name}` for what is known by then. */
export interface ExampleCall {
  readonly call: string
  readonly body?: unknown
  /** The content type of the body; `application/json` unless given. */
  readonly as?: string
  /** The header Content-Range, for a file that is sent in pieces. */
  readonly range?: string
  /** What later calls need of the answer: name and where it stands, as in `value.0.id`. */
  readonly keep?: Readonly<Record<string, string>>
}

/** A call that is no more than its address. */
export const plain = (calls: readonly string[]): ExampleCall[] => calls.map((call) => ({ call }))

/** What stands at `value.0.id`. */
export function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((held, name) => {
    if (typeof held !== 'object' || held === null) return undefined
    return Object.entries(held).find(([key]) => key === name)?.[1]
  }, value)
}

function textOf({ body, as }: ExampleCall): string | undefined {
  if (body === undefined) return undefined
  return as === 'application/octet-stream' ? String(body) : JSON.stringify(body)
}

export interface FilledCall {
  readonly method: string
  readonly address: string
  readonly body: string | undefined
  readonly headers: Readonly<Record<string, string>>
}

function headersOf({ body, as = 'application/json', range }: ExampleCall): Record<string, string> {
  if (body === undefined) return {}
  return { 'content-type': as, ...(range === undefined ? {} : { 'content-range': range }) }
}

/** As it stands between the quotation marks of a JSON text. */
const asInJson = (value: string): string => JSON.stringify(value).slice(1, -1)

/** Keeps what answers told, and fills it into later calls. */
export function createNotebook() {
  const known = new Map<string, string>()

  /** The text with what is known in place of `{name}`; undefined if something is not known. */
  function filled(text: string, write = (value: string) => value): string | undefined {
    let isComplete = true
    const result = text.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
      isComplete &&= known.has(name)
      return write(known.get(name) ?? '')
    })
    return isComplete ? result : undefined
  }

  return {
    /** Undefined if the call needs what no answer has told. */
    fill(example: ExampleCall): FilledCall | undefined {
      const method = example.call.slice(0, example.call.indexOf(' '))
      const address = filled(example.call.slice(method.length + 1))
      const text = textOf(example)
      const body = text === undefined ? undefined : filled(text, asInJson)
      if (address === undefined || (text !== undefined && body === undefined)) return undefined
      return { method, address, body, headers: headersOf(example) }
    },

    keep({ keep = {} }: ExampleCall, answer: unknown): void {
      for (const [name, path] of Object.entries(keep)) {
        const value = valueAt(answer, path)
        if (value !== undefined) known.set(name, String(value))
      }
    },
  }
}

/** JSON as a value, other content as text, nothing as undefined. */
export async function readBody(response: Response): Promise<unknown> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  if (text === '') return undefined
  return isJson ? JSON.parse(text.replace(/^\uFEFF/, '')) : text
}
