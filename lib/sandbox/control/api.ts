import 'server-only'
import { createHash, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import type { SandboxControl } from './index'
import { type Operation, operations } from './operations'

/** Where the control API stands, whichever host serves it. */
export const controlPath = '/sandbox/control'

const sha256 = (text: string): Buffer => createHash('sha256').update(text).digest()

/** In the same time for every wrong token. */
const isToken = (given: string, token: string): boolean => timingSafeEqual(sha256(given), sha256(token))

const problem = (status: number, message: string, headers: HeadersInit = {}): Response =>
  Response.json({ error: 'sandbox_control', message }, { status, headers })

interface Found {
  readonly operation: Operation
  readonly names: readonly string[]
}

/** The operation that a path and method mean, with what stands at its `*`. */
function find(method: string, path: readonly string[]): Found | undefined {
  for (const operation of operations) {
    const words = operation.path.split('/')
    const fits = words.length === path.length && words.every((word, at) => word === '*' || word === path[at])
    if (fits && operation.method === method) return { operation, names: path.filter((_, at) => words[at] === '*') }
  }
  return undefined
}

/** @throws SyntaxError for a body that is not JSON */
async function bodyOf(request: Request): Promise<unknown> {
  const text = await request.text()
  return text === '' ? undefined : JSON.parse(text)
}

/** What is wrong with what was asked, in words for whoever wrote the test. */
const reasonOf = (error: unknown): string => {
  if (error instanceof z.ZodError) return z.prettifyError(error)
  return error instanceof Error ? error.message : String(error)
}

async function perform(request: Request, { operation, names }: Found, control: SandboxControl): Promise<Response> {
  try {
    const result = await operation.run({ control, names, body: await bodyOf(request) })
    return result === undefined
      ? new Response(null, { status: 204 })
      : Response.json(result, { headers: { 'cache-control': 'no-store' } })
  } catch (error) {
    return problem(400, reasonOf(error))
  }
}

/**
 * The control API: changes the sandbox from outside, for tests and for whoever practises failures. It asks for a token
 * of its own in the Authorization header, which no browser adds by itself, so another site cannot make it act.
 */
export function createControlApi(control: SandboxControl, token: string) {
  return async (request: Request): Promise<Response> => {
    const given = request.headers.get('authorization')?.replace(/^Bearer +/i, '') ?? ''
    if (!isToken(given, token))
      return problem(401, 'The control token is missing or wrong.', { 'www-authenticate': 'Bearer' })
    const path = new URL(request.url).pathname.slice(controlPath.length).replace(/^\//, '').split('/')
    const found = find(request.method, path)
    return found ? await perform(request, found, control) : problem(404, 'The control API has no such operation.')
  }
}
