import 'server-only'
import { type Members, membersOf } from '../../protocol/call'
import { contentTypeRefused } from '../../protocol/errors'
import { patchRefused, patchUnreadable } from './errors'

type Verb = 'add' | 'remove' | 'replace' | 'test'

/** One step of a JSON Patch (RFC 6902). */
export interface Operation {
  readonly op: Verb
  /** As it was sent, for messages. */
  readonly path: string
  readonly segments: readonly string[]
  readonly value: unknown
}

/** The service's clients for .NET and Node send the numbers. */
const verbs = ['add', 'remove', 'replace', 'move', 'copy', 'test'] as const

function verbOf(op: unknown): Verb {
  const text = String(op).toLowerCase()
  const verb = verbs.find((name, number) => name === text || String(number) === text)
  if (!verb) throw patchRefused('Unrecognized operation type.')
  if (verb === 'move' || verb === 'copy') throw patchRefused('Move/Copy is not implemented.')
  return verb
}

const decoded = (segment: string): string => segment.replaceAll('~1', '/').replaceAll('~0', '~')

function segmentsOf(path: unknown): string[] {
  if (typeof path !== 'string' || (path !== '' && !path.startsWith('/'))) {
    throw patchRefused('Path is required to start with a / or be "".')
  }
  return path.split('/').slice(1).map(decoded)
}

function operationOf({ op, path, value = null }: Members): Operation {
  const verb = verbOf(op)
  if (verb === 'remove' && value !== null) throw patchRefused('Remove requires Value to be null.')
  return { op: verb, segments: segmentsOf(path), path: String(path), value }
}

const patchType = 'application/json-patch+json'

function checkContentType({ headers, method }: Request): void {
  const [type = ''] = (headers.get('content-type') ?? '').split(';')
  if (type.trim().toLowerCase() !== patchType) {
    throw contentTypeRefused(type.trim(), method, [patchType])
  }
}

/**
 * The body as a JSON Patch. A body that is none is refused in one sentence, whatever is wrong with it.
 * @throws 400 for another content type, for what cannot be read, and for what the service does not do
 */
export async function operationsIn(request: Request): Promise<readonly Operation[]> {
  checkContentType(request)
  const text = await request.text()
  let body: unknown
  try {
    body = JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch {
    throw patchUnreadable()
  }
  if (!Array.isArray(body)) throw patchUnreadable()
  return body.map((one) => operationOf(membersOf(one)))
}
