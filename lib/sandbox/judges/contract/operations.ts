import 'server-only'
import type { ValidateFunction } from 'ajv'
import { openApiTexts } from '../reference'
import { createCompiler } from './json-schema'
import type { SwaggerDocument, SwaggerOperation, SwaggerSchema } from './swagger'

/** One operation of Microsoft's documents. */
export interface Operation {
  readonly id: string
  readonly method: string
  readonly host: string
  /** The `api-version` that its document asks for. */
  readonly version: string
  /** Parts behind `_apis`. */
  readonly path: readonly string[]
  /** Names of the query that stand in its address. */
  readonly query: readonly string[]
  /** Names that the query should have besides. */
  readonly required: readonly string[]
  readonly schema: SwaggerSchema | undefined
  readonly compile: (schema: SwaggerSchema) => ValidateFunction
}

function versionOf(operation: SwaggerOperation, { parameters }: SwaggerDocument): string {
  const named = operation.parameters.map(({ $ref, ...own }) => parameters[$ref?.split('/').at(-1) ?? ''] ?? own)
  const description = named.find(({ name }) => name === 'api-version')?.description ?? ''
  return /set to '([^']+)'/.exec(description)?.[1] ?? ''
}

const successes = ['200', '201', '202', '204']

function operationsOf(document: SwaggerDocument): Operation[] {
  const compile = createCompiler(document)
  const all = [...Object.entries(document.paths), ...Object.entries(document['x-ms-paths'] ?? {})]
  return all.flatMap(([address, methods]) => {
    const [path = '', query = ''] = (address.split('_apis/')[1] ?? '').split('?')
    return Object.entries(methods).map(([method, operation]) => ({
      id: operation.operationId,
      method: method.toUpperCase(),
      host: document.host,
      version: versionOf(operation, document),
      path: path.split('/').filter((part) => part !== ''),
      query: query.split('&').flatMap((part) => part.split('=')[0] || []),
      required: operation.parameters.flatMap(({ in: place, required, name }) =>
        place === 'query' && required && name !== undefined ? name : [],
      ),
      schema: successes.map((status) => operation.responses[status]?.schema).find((schema) => schema !== undefined),
      compile,
    }))
  })
}

export const operationsOfVersion = (version: string): Operation[] =>
  openApiTexts(version).flatMap((text) => operationsOf(JSON.parse(text)))

const isParameter = (word: string, part = ''): boolean =>
  word.startsWith('{') || (word.startsWith('${') && part.startsWith('$'))

/** A path inside of a tree, which may be empty or have several parts. */
const isOpen = (word: string | undefined): boolean => word === '{path}' || word === '{query}'

function fits({ path, query }: Operation, parts: readonly string[], asked: URLSearchParams): boolean {
  const fixed = isOpen(path.at(-1)) ? path.slice(0, -1) : path
  const hasLength = fixed === path ? parts.length === path.length : parts.length >= fixed.length
  if (!hasLength || !query.every((name) => asked.has(name))) return false
  return fixed.every((word, at) => isParameter(word, parts[at]) || word.toLowerCase() === parts[at]?.toLowerCase())
}

/** How much of an operation's address is words, with the names of its query as a little more. */
const wordsOf = ({ path, query }: Operation): number =>
  path.filter((part) => !part.startsWith('{')).length + query.length / 10

const missingIn = (asked: URLSearchParams, { required }: Operation): number =>
  required.filter((name) => !asked.has(name)).length

/** The operation that a request is for; of several that fit the one with most words, then that which misses least. */
export function findOperation(
  operations: readonly Operation[],
  method: string,
  address: string,
): Operation | undefined {
  const url = new URL(address, 'https://dev.azure.com/')
  const parts = (url.pathname.split('/_apis/')[1] ?? '').split('/').filter((part) => part !== '')
  const asked = url.searchParams
  const fitting = operations.filter((one) => one.method === method && fits(one, parts, asked))
  return fitting.sort(
    (left, right) => wordsOf(right) - wordsOf(left) || missingIn(asked, left) - missingIn(asked, right),
  )[0]
}
