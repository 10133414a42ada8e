import 'server-only'
import type { ErrorObject } from 'ajv'
import { createNotebook, type ExampleCall, type FilledCall, readBody, valueAt } from '../example-call'
import { findOperation, type Operation } from './operations'
import type { SwaggerSchema } from './swagger'

type Verdict = 'passed' | 'different' | 'not emulated' | 'not reached' | 'no document'

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

/** The list or the map inside of `{count, value}`, where the document tells of it alone. */
function unwrapped(
  value: unknown,
  { type, additionalProperties }: SwaggerSchema,
): { value: unknown; findings: string[] } {
  const isWrapped = type === 'array' ? !Array.isArray(value) : additionalProperties !== undefined
  if (!isWrapped) return { value, findings: [] }
  const inner = valueAt(value, 'value')
  const isCounted = Object.keys(inner ?? {}).length === valueAt(value, 'count')
  return { value: inner, findings: isCounted ? [] : [' is not {count, value} with the right count'] }
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
  const { value, findings } = unwrapped(body, schema)
  const validate = compile(schema)
  if (validate(value)) return findings
  return [...findings, ...new Set((validate.errors ?? []).filter(isTelling).map(told))]
}

function requestOf({ method, address, body, headers }: FilledCall, operation: Operation | undefined): Request {
  const url = new URL(`https://${operation?.host ?? anyHost}/contoso/${address}`)
  url.searchParams.set('api-version', operation?.version ?? '7.1-preview')
  return new Request(url, { method, headers, ...(body === undefined ? {} : { body }) })
}

/** Plays calls in order against an organization, each as the document's version wants it. */
export function createExaminer(fetch: Fetch, operations: readonly Operation[]) {
  const notebook = createNotebook()

  async function verdictOf(request: Request, example: ExampleCall, operation: Operation | undefined) {
    const response = await fetch(request)
    const body = await readBody(response)
    if (response.status === 501) return { verdict: 'not emulated', findings: [] } as const
    if (!response.ok) {
      return {
        verdict: 'different',
        findings: [` is refused: ${response.status} ${valueAt(body, 'message')}`],
      } as const
    }
    notebook.keep(example, body)
    if (!operation || request.method === 'HEAD') return { verdict: 'no document', findings: [] } as const
    const findings = differences(operation, body)
    return { verdict: findings.length === 0 ? 'passed' : 'different', findings } as const
  }

  return async (example: ExampleCall): Promise<Outcome> => {
    const { call } = example
    const filled = notebook.fill(example)
    if (!filled) return { call, operation: '', verdict: 'not reached', findings: [] }
    const operation = findOperation(operations, filled.method, `/contoso/${filled.address}`)
    const outcome = await verdictOf(requestOf(filled, operation), example, operation)
    return { call, operation: operation?.id ?? '', ...outcome }
  }
}
