import 'server-only'
import type { ErrorObject } from 'ajv'
import type { ExampleCall } from './calls/call'
import { findOperation, type Operation } from './operations'

export type Verdict = 'passed' | 'different' | 'not emulated' | 'not reached' | 'no document'

/** What came of one example call. */
export interface Outcome {
  readonly call: string
  /** Its name in the document; empty if there is none. */
  readonly operation: string
  readonly verdict: Verdict
  /** Each way in which the answer is not what the document says, without positions in lists. */
  readonly findings: readonly string[]
}

/** A name that is not Microsoft's, under which all services answer: for calls that no document places. */
const anyHost = 'sandbox.test'

type Fetch = (request: Request) => Promise<Response>

/** The text with what is known in place of `{name}`; undefined if something is not known. */
function filledIn(text: string, known: ReadonlyMap<string, string>): string | undefined {
  let isComplete = true
  const filled = text.replace(/\{([a-zA-Z]+)\}/g, (_, name: string) => {
    isComplete &&= known.has(name)
    return known.get(name) ?? ''
  })
  return isComplete ? filled : undefined
}

/** What stands at `value.0.id`. */
function at(value: unknown, path: string): unknown {
  return path.split('.').reduce<unknown>((held, name) => {
    if (typeof held !== 'object' || held === null) return undefined
    return Object.entries(held).find(([key]) => key === name)?.[1]
  }, value)
}

function bodyOf({ body, as }: ExampleCall): string | undefined {
  if (body === undefined) return undefined
  return as === 'application/octet-stream' ? String(body) : JSON.stringify(body)
}

/** The list inside of `{count, value}`, where the document tells of a list alone. */
function unwrapped(value: unknown, schemaType: string | undefined): { value: unknown; findings: string[] } {
  if (schemaType !== 'array' || Array.isArray(value)) return { value, findings: [] }
  const list = at(value, 'value')
  const isCounted = Array.isArray(list) && at(value, 'count') === list.length
  return { value: list, findings: isCounted ? [] : [' is not {count, value} with the right count'] }
}

/** Branches of `anyOf` only repeat what the branch says that is not null. */
const isTelling = ({ keyword, schemaPath }: ErrorObject): boolean =>
  keyword !== 'anyOf' && !schemaPath.endsWith('/anyOf/1/type')

function told({ instancePath, keyword, message, params }: ErrorObject): string {
  const place = instancePath.replace(/\/\d+(?=\/|$)/g, '/*')
  if (keyword === 'additionalProperties') return `${place}/${params.additionalProperty} is not in the document`
  return `${place} ${message}${keyword === 'enum' ? ` ${params.allowedValues.join('|')}` : ''}`
}

/** How a body differs from what the document says. */
export function differences({ schema, compile }: Operation, body: unknown): string[] {
  if (!schema) return body === undefined ? [] : [' has a body, and the document none']
  const { value, findings } = unwrapped(body, schema.type)
  const validate = compile(schema)
  if (validate(value)) return findings
  return [...findings, ...new Set((validate.errors ?? []).filter(isTelling).map(told))]
}

async function readBody(response: Response): Promise<unknown> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json') === true
  return text === '' ? undefined : isJson ? JSON.parse(text) : text
}

/** Plays the calls in order against an organization, each as the document's version wants it. */
export function createExaminer(fetch: Fetch, operations: readonly Operation[]) {
  const known = new Map<string, string>()

  function keep({ keep = {} }: ExampleCall, body: unknown): void {
    for (const [name, path] of Object.entries(keep)) {
      const value = at(body, path)
      if (value !== undefined) known.set(name, String(value))
    }
  }

  function requestOf(example: ExampleCall, address: string, operation: Operation | undefined): Request | undefined {
    const url = new URL(`https://${operation?.host ?? anyHost}/contoso/${address}`)
    url.searchParams.set('api-version', operation?.version ?? '7.1-preview')
    const text = bodyOf(example)
    const body = text === undefined ? undefined : filledIn(text, known)
    if (text !== undefined && body === undefined) return undefined
    const { as = 'application/json' } = example
    const [method = ''] = example.call.split(' ', 1)
    return new Request(url, { method, ...(body === undefined ? {} : { body, headers: { 'content-type': as } }) })
  }

  async function verdictOf(request: Request, example: ExampleCall, operation: Operation | undefined) {
    const response = await fetch(request)
    const body = await readBody(response)
    if (response.status === 501) return { verdict: 'not emulated', findings: [] } as const
    if (!response.ok)
      return { verdict: 'different', findings: [` is refused: ${response.status} ${at(body, 'message')}`] } as const
    keep(example, body)
    if (!operation) return { verdict: 'no document', findings: [] } as const
    const findings = differences(operation, body)
    return { verdict: findings.length === 0 ? 'passed' : 'different', findings } as const
  }

  return async (example: ExampleCall): Promise<Outcome> => {
    const { call } = example
    const method = call.slice(0, call.indexOf(' '))
    const address = filledIn(call.slice(method.length + 1), known)
    const operation = address === undefined ? undefined : findOperation(operations, method, `/contoso/${address}`)
    const request = address === undefined ? undefined : requestOf(example, address, operation)
    if (!request) return { call, operation: '', verdict: 'not reached', findings: [] }
    return { call, operation: operation?.id ?? '', ...(await verdictOf(request, example, operation)) }
  }
}
