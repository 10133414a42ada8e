import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import type { Member, Role } from '#lib/platform/access'
import { AppError, catalog } from '#lib/platform/errors/index'
import { createRoute } from './route'

const origin = 'http://localhost:3000'
const context = { params: Promise.resolve({ id: '7' }) }

/** A host whose caller has the given role; without one nobody is signed in. */
function hostFor(role?: Role) {
  const failures: { code: string; requestId: string; cause: unknown }[] = []
  const member: Member | undefined = role && { id: 'm', workspaceId: 'w', role }
  const route = createRoute({
    publicOrigin: () => origin,
    authenticate: async () => {
      if (!member) throw new AppError('sign_in_required')
      return member
    },
    translate: (error) => (error === 'database gone' ? new AppError('storage_unavailable') : error),
    logFailure: ({ code, cause }, _request, requestId) => failures.push({ code, requestId, cause }),
  })
  return { route, failures }
}

const get = (path = '/api/x') => new Request(`${origin}${path}`)
const post = (body: unknown, headers: Record<string, string> = { 'sec-fetch-site': 'same-origin' }) =>
  new Request(`${origin}/api/x`, { method: 'POST', body: JSON.stringify(body), headers })

describe('what a handler returns', () => {
  test('is sent as JSON that no cache keeps', async () => {
    const response = await hostFor('viewer').route({ allow: 'viewer' }, () => ({ a: 1 }))(get(), context)
    expect(response.status).toBe(200)
    expect(response.headers.get('cache-control')).toBe('no-store')
    await expect(response.json()).resolves.toEqual({ a: 1 })
  })

  test('is 204 when it is nothing', async () => {
    const response = await hostFor('viewer').route({ allow: 'viewer' }, () => undefined)(get(), context)
    expect(response.status).toBe(204)
    await expect(response.text()).resolves.toBe('')
  })

  test('is sent as it is when it is a response', async () => {
    const made = new Response('x', { status: 202 })
    await expect(hostFor().route({ allow: 'anyone' }, () => made)(get(), context)).resolves.toBe(made)
  })
})

describe('what a handler receives', () => {
  test('are parsed params, query and body, and the member', async () => {
    const shape = {
      allow: 'viewer',
      params: z.object({ id: z.coerce.number() }),
      query: z.object({ page: z.coerce.number() }),
      body: z.object({ name: z.string() }),
    } as const
    const handle = hostFor('editor').route(shape, ({ params, query, body, member }) => ({
      params,
      query,
      body,
      role: member.role,
    }))
    const request = new Request(`${origin}/api/x?page=2`, {
      method: 'POST',
      body: '{"name":"n"}',
      headers: { origin },
    })
    await expect((await handle(request, context)).json()).resolves.toEqual({
      params: { id: 7 },
      query: { page: 2 },
      body: { name: 'n' },
      role: 'editor',
    })
  })

  test('is nothing that no schema parsed', async () => {
    const handle = hostFor().route({ allow: 'anyone' }, ({ params, query, body, member }) => [
      params ?? 'none',
      query ?? 'none',
      body ?? 'none',
      member ?? 'none',
    ])
    const response = await handle(post({ name: 'n' }), context)
    await expect(response.json()).resolves.toEqual(['none', 'none', 'none', 'none'])
  })
})

describe('a request is turned away', () => {
  const body = z.object({ name: z.string() })
  let handled = 0
  const handle = () => {
    handled += 1
  }
  const roleProblem = async (has: Role | undefined, needs: Role) =>
    (await hostFor(has).route({ allow: needs }, handle)(get(), context)).status

  test.each([
    [undefined, 'viewer', 401],
    ['viewer', 'editor', 403],
    ['viewer', 'owner', 403],
    ['editor', 'owner', 403],
  ] as const)('with the role %s where %s is needed: %i', async (has, needs, status) => {
    await expect(roleProblem(has, needs)).resolves.toBe(status)
    expect(handled).toBe(0)
  })

  test('from another site before anybody asks who it is', async () => {
    const { route, failures } = hostFor()
    const response = await route({ allow: 'viewer', body }, handle)(post({ name: 'n' }, {}), context)
    expect(response.status).toBe(403)
    expect(failures).toMatchObject([{ code: 'origin_refused' }])
    expect(handled).toBe(0)
  })

  test('without a session before its body is looked at', async () => {
    const response = await hostFor().route({ allow: 'viewer', body }, handle)(post('not an object'), context)
    expect(response.status).toBe(401)
  })

  test('with a body that does not fit', async () => {
    const response = await hostFor('owner').route({ allow: 'viewer', body }, handle)(post({}), context)
    expect(response.status).toBe(400)
    await expect(response.json()).resolves.toMatchObject({ code: 'request_invalid', evidence: [{ label: 'name' }] })
    expect(handled).toBe(0)
  })
})

describe('a problem document', () => {
  const failing = (error: unknown) => {
    const { route, failures } = hostFor()
    const handle = route({ allow: 'anyone' }, () => {
      throw error
    })
    return { answer: handle(get(), context), failures }
  }

  test('says in the catalog’s words what is wrong and what to do, with the ID under which the log has it', async () => {
    const evidence = [{ label: 'Thumbprint', value: 'AB' }]
    const { answer, failures } = failing(new AppError('storage_unavailable', { detail: 'A detail.', evidence }))
    const response = await answer
    const entry = catalog.storage_unavailable
    expect(response.status).toBe(entry.status)
    expect(response.headers.get('content-type')).toBe('application/problem+json')
    expect(response.headers.get('cache-control')).toBe('no-store')
    await expect(response.json()).resolves.toEqual({
      type: '/help/storage_unavailable',
      status: entry.status,
      code: 'storage_unavailable',
      title: entry.title,
      detail: 'A detail.',
      remedy: entry.remedy,
      requestId: failures[0]?.requestId,
      evidence,
    })
  })

  test('names the field that has to be changed, and what there is to choose from, where there is such a thing', async () => {
    const choices = [{ value: 'AB', label: 'CN=one', facts: [{ label: 'Valid until', value: '2030-01-01' }] }]
    const error = new AppError('certificate_choice_needed', { field: 'thumbprintSha256', choices })
    await expect((await failing(error).answer).json()).resolves.toMatchObject({ field: 'thumbprintSha256', choices })
  })

  test('says when to try again, in whole seconds and never too early', async () => {
    const response = await failing(new AppError('storage_unavailable', { retryAfter: 1.2 })).answer
    expect(response.headers.get('retry-after')).toBe('2')
    await expect(response.json()).resolves.toMatchObject({ retryAfter: 1.2 })
  })

  test.each([
    ['an error', new Error('secret-41')],
    ['a text', 'secret-41'],
    ['nothing', undefined],
    ['an error of ours with a cause', new AppError('internal', { cause: new Error('secret-41') })],
  ])('tells nothing of %s that was thrown; the log has it', async (_what, thrown) => {
    const { answer, failures } = failing(thrown)
    const response = await answer
    expect(response.status).toBe(500)
    const text = await response.text()
    expect(text).not.toContain('secret-41')
    expect(JSON.parse(text)).toMatchObject({ code: 'internal' })
    expect(failures).toHaveLength(1)
  })

  test('says what the host makes of a foreign error', async () => {
    await expect((await failing('database gone').answer).json()).resolves.toMatchObject({ code: 'storage_unavailable' })
  })

  test('keeps the unforeseen error for the log', async () => {
    const thrown = new Error('secret-41')
    const { answer, failures } = failing(thrown)
    await answer
    expect(failures[0]?.cause).toBe(thrown)
  })

  test('has an ID of its own each time', async () => {
    const ids = [failing(new Error('a')), failing(new Error('b'))].map(
      async ({ answer }) => (await (await answer).json()).requestId,
    )
    expect(new Set(await Promise.all(ids)).size).toBe(2)
  })
})
