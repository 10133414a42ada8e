import 'server-only'
import type { Call } from './call'

/**
 * Whether text is wanted of what can also be told as JSON: by `$format`, else by the Accept header. Who asks for
 * nothing in particular gets text; that is unverified.
 */
export function prefersText({ query, request }: Pick<Call, 'query' | 'request'>): boolean {
  const format = query.get('$format')?.toLowerCase()
  return format === undefined ? !/\bjson\b/i.test(request.headers.get('accept') ?? '') : format !== 'json'
}

/** Whether everything is wanted in one ZIP archive, which the sandbox never packs. */
export const prefersArchive = ({ query, request }: Pick<Call, 'query' | 'request'>): boolean =>
  query.get('$format')?.toLowerCase() === 'zip' || /\bzip\b/i.test(request.headers.get('accept') ?? '')
