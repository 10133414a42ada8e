import 'server-only'
import type { ValidateFunction } from 'ajv'
import { openApiTexts } from '../reference'
import { createCompiler } from './json-schema'
import type { SwaggerDocument, SwaggerOperation, SwaggerParameter, SwaggerSchema } from './swagger'

const apiVersion = 'api-version'

/** One operation of Microsoft's documents. */
export interface Operation {
  readonly id: string
  readonly method: string
  readonly host: string
  /** The `api-version` that its document asks for. */
  readonly version: string
  /** Parts behind `_apis`. */
  readonly path: readonly string[]
  /** Names that the query must have. */
  readonly query: readonly string[]
  readonly schema: SwaggerSchema | undefined
  readonly compile: (schema: SwaggerSchema) => ValidateFunction
}

const parametersOf = (operation: SwaggerOperation, { parameters }: SwaggerDocument): SwaggerParameter[] =>
  operation.parameters.map(({ $ref, ...own }) => parameters[$ref?.split('/').at(-1) ?? ''] ?? own)

function versionOf(parameters: readonly SwaggerParameter[]): string {
  const description = parameters.find(({ name }) => name === apiVersion)?.description ?? ''
  return /set to '([^']+)'/.exec(description)?.[1] ?? ''
}

/** What has to be in the query, besides the version that every call has. */
const neededIn = (parameters: readonly SwaggerParameter[]): string[] =>
  parameters.flatMap((one) => (one.in === 'query' && one.required && one.name !== apiVersion ? (one.name ?? []) : []))

const successes = ['200', '201', '202', '204']

function operationsOf(document: SwaggerDocument): Operation[] {
  const compile = createCompiler(document)
  const all = [...Object.entries(document.paths), ...Object.entries(document['x-ms-paths'] ?? {})]
  return all.flatMap(([address, methods]) => {
    const [path = '', query = ''] = (address.split('_apis/')[1] ?? '').split('?')
    return Object.entries(methods).map(([method, operation]) => {
      const parameters = parametersOf(operation, document)
      return {
        id: operation.operationId,
        method: method.toUpperCase(),
        host: document.host,
        version: versionOf(parameters),
        path: path.split('/').filter((part) => part !== ''),
        query: [...new Set([...query.split('&').flatMap((part) => part.split('=')[0] || []), ...neededIn(parameters)])],
        schema: successes.map((status) => operation.responses[status]?.schema).find((schema) => schema !== undefined),
        compile,
      }
    })
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

/** The operation that a request is for; of several that fit the one with most words. */
export function findOperation(
  operations: readonly Operation[],
  method: string,
  address: string,
): Operation | undefined {
  const url = new URL(address, 'https://dev.azure.com/')
  const parts = (url.pathname.split('/_apis/')[1] ?? '').split('/').filter((part) => part !== '')
  const fitting = operations.filter((one) => one.method === method && fits(one, parts, url.searchParams))
  return fitting.sort((left, right) => wordsOf(right) - wordsOf(left))[0]
}
