import 'server-only'
import type { z } from 'zod'
import type { Member, Role } from '#lib/platform/access'
import { requireRole } from '#lib/platform/access'
import type { AppError } from '#lib/platform/errors/index'
import { parse, readJson } from './body'
import { problemResponse, toAppError } from './problem'
import { requireSameOrigin } from './same-origin'

interface RouteShape {
  /** Who may call: a role, or `'anyone'` for the few routes that work without a session. */
  readonly allow: Role | 'anyone'
  readonly params?: z.ZodType
  readonly query?: z.ZodType
  readonly body?: z.ZodType
}

type Parsed<Schema> = Schema extends z.ZodType ? z.output<Schema> : undefined

interface RouteInput<Shape extends RouteShape> {
  readonly params: Parsed<Shape['params']>
  readonly query: Parsed<Shape['query']>
  readonly body: Parsed<Shape['body']>
  readonly member: Shape['allow'] extends 'anyone' ? undefined : Member
  readonly request: Request
}

interface RouteContext {
  readonly params: Promise<Record<string, string | string[] | undefined>>
}

/** What a route needs from the application: who is asking, our own origin, and what becomes of failures. */
export interface RouteHost {
  readonly authenticate: (request: Request) => Promise<Member>
  readonly publicOrigin: (request: Request) => string
  /** Makes our own errors of those that outside things throw; gives any other back as it is. */
  readonly translate: (error: unknown) => unknown
  readonly logFailure: (error: AppError, request: Request, requestId: string) => void
}

const answer = (result: unknown): Response => {
  if (result instanceof Response) return result
  if (result === undefined) return new Response(null, { status: 204 })
  return Response.json(result, { headers: { 'cache-control': 'no-store' } })
}

async function memberOf(host: RouteHost, allow: Role | 'anyone', request: Request): Promise<Member | undefined> {
  if (allow === 'anyone') return undefined
  const member = await host.authenticate(request)
  requireRole(member, allow)
  return member
}

/** Absent schemas give `undefined`, so a handler cannot read what was not parsed. */
async function parseInput(shape: RouteShape, request: Request, context: RouteContext) {
  const query = Object.fromEntries(new URL(request.url).searchParams)
  return {
    params: shape.params && parse(shape.params, await context.params),
    query: shape.query && parse(shape.query, query),
    body: shape.body && parse(shape.body, await readJson(request)),
  }
}

/**
 * Makes route handlers that all work alike: own origin → who is it → parse with zod → one verb → answer. A handler
 * returns a value (sent as JSON), nothing (204) or a Response; whatever it throws becomes a problem document.
 */
export function createRoute(host: RouteHost) {
  return <const Shape extends RouteShape>(shape: Shape, handle: (input: RouteInput<Shape>) => unknown) =>
    async (request: Request, context: RouteContext): Promise<Response> => {
      const requestId = crypto.randomUUID()
      try {
        requireSameOrigin(request, host.publicOrigin(request))
        const member = await memberOf(host, shape.allow, request)
        const input = await parseInput(shape, request, context)
        return answer(await handle({ ...input, member, request } as RouteInput<Shape>))
      } catch (thrown) {
        const error = toAppError(host.translate(thrown))
        host.logFailure(error, request, requestId)
        return problemResponse(error, requestId)
      }
    }
}
