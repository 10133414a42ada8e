import { expect, test } from 'vitest'
import { createClock } from '#lib/platform/testing/clock'
import { createSandbox } from '#lib/sandbox/index'
import { createManagedIdentitySource } from './managed-identity'

const resource = 'https://vault.azure.net'

/** A source whose machine answers each request by the next answer, and then by the last one again. */
function setUp(...answers: (() => Response)[]) {
  const clock = createClock()
  const requests: Request[] = []
  const fetch = async (request: Request) => {
    requests.push(request)
    const answer = answers[Math.min(requests.length, answers.length) - 1]
    if (!answer) throw new TypeError('fetch failed', { cause: Object.assign(new Error(), { code: 'ENETUNREACH' }) })
    return answer()
  }
  return { source: createManagedIdentitySource({ resource, fetch, ...clock, random: () => 0.5 }), requests, clock }
}

const grant = (body: object) => () => Response.json({ access_token: 't', token_type: 'Bearer', ...body })

test('both services of the sandbox give tokens that open the key vault', async () => {
  const { fetch, info } = await createSandbox({ items: 0 })
  const { endpoint, header, clientId } = info.managedIdentity
  for (const options of [{}, { clientId, appService: { endpoint, header } }]) {
    const { value, expiresIn } = await createManagedIdentitySource({ resource, fetch, ...options }).token()
    const headers = { authorization: `Bearer ${value}` }
    const answer = await fetch(new Request(`${info.keyVault.url}/certificates?api-version=7.4`, { headers }))
    expect(answer.status).toBe(200)
    expect(expiresIn).toBeGreaterThan(3000)
  }
})

test('a token that only tells when it ends is kept until shortly before', async () => {
  const { clock, ...rest } = setUp(() =>
    Response.json({ access_token: 't', expires_on: String(clock.now() / 1000 + 3600) }),
  )
  const { source, requests } = rest
  await Promise.all([source.token(), source.token()])
  clock.advance(3299_000)
  await source.token()
  expect(requests).toHaveLength(1)
  clock.advance(2000)
  await source.token()
  expect(requests).toHaveLength(2)
})

test('a service that is busy is asked again, one that refuses is not', async () => {
  const busy = setUp(() => new Response('', { status: 429 }), grant({ expires_on: 1e10, expires_in: 60 }))
  expect((await busy.source.token()).value).toBe('t')
  const refusing = setUp(() => Response.json({ error: 'x' }, { status: 403 }))
  await expect(refusing.source.token()).rejects.toMatchObject({ code: 'managed_identity_failed' })
  expect(refusing.requests).toHaveLength(1)
  const broken = setUp(() => new Response('<html>'))
  await expect(broken.source.token()).rejects.toMatchObject({ code: 'managed_identity_failed' })
})

test('a machine without an identity is told apart from one that is not in Azure', async () => {
  const { fetch, control } = await createSandbox({ items: 0 })
  control.setConditions({ managedIdentity: 'missing' })
  const source = createManagedIdentitySource({ resource, fetch })
  await expect(source.token()).rejects.toMatchObject({ code: 'managed_identity_missing' })
  const elsewhere = setUp()
  await expect(elsewhere.source.token()).rejects.toMatchObject({ code: 'managed_identity_unavailable' })
  const otherCloud = setUp(() => new Response('<html>', { status: 404 }))
  await expect(otherCloud.source.token()).rejects.toMatchObject({ code: 'managed_identity_unavailable' })
})

test('what Entra ID refuses is no want of an identity', async () => {
  const { fetch } = await createSandbox({ items: 0 })
  const source = createManagedIdentitySource({ resource: 'https://nothing.example', fetch })
  await expect(source.token()).rejects.toMatchObject({ code: 'managed_identity_failed' })
})
