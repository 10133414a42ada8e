import { isProblem, ProblemError, unreachable } from './problem'

interface FetchOptions {
  readonly method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE'
  readonly body?: unknown
  readonly signal?: AbortSignal
  /** Goes on although the page is left; for small bodies only. */
  readonly outlivesPage?: boolean
}

async function problemIn(response: Response): Promise<ProblemError> {
  const body: unknown = await response.json().catch(() => undefined)
  return new ProblemError(isProblem(body) ? body : unreachable(`The answer was ${response.status}, without a reason.`))
}

/**
 * Asks a route of ours. Gives the response when it succeeded.
 * @throws ProblemError with the problem document; whatever `fetch` throws when there is no answer
 */
export async function fetchOk(path: string, options: FetchOptions = {}): Promise<Response> {
  const { method = 'GET', body, signal, outlivesPage = false } = options
  const response = await fetch(path, {
    method,
    keepalive: outlivesPage,
    ...(signal && { signal }),
    ...(body !== undefined && { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }),
  })
  if (!response.ok) throw await problemIn(response)
  return response
}

/** The JSON that a route of ours answers with. The caller names its type: both ends share `lib/<feature>/schema.ts`. */
export async function fetchJson<Answer>(path: string, options?: FetchOptions): Promise<Answer> {
  const response = await fetchOk(path, options)
  return (await response.json()) as Answer
}
