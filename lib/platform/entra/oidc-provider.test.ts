import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestSigner } from '#lib/platform/testing/signer'
import { createTokenSource } from './token-source'

const tenant = '5c3b1d2e-6f70-4a81-9b92-a3b4c5d6e7f8'
const tokenPath = `/${tenant}/oauth2/v2.0/token`
const tokenUrl = `https://login.microsoftonline.com${tokenPath}`
const clientId = '3f2504e0-4f89-41d3-9a0c-0305e82c3301'
const scope = '499b84ac-1321-427f-aa17-267ca6975798/.default'
const registered = createTestSigner()

let provider: ChildProcess
let port: unknown

beforeAll(async () => {
  const publicJwk = { ...registered.publicKey.export({ format: 'jwk' }), use: 'sig', alg: 'PS256' }
  const settings = { issuer: `https://login.microsoftonline.com/${tenant}/v2.0`, tokenPath, clientId, scope, publicJwk }
  const program = fileURLToPath(new URL('../testing/oidc-provider.mjs', import.meta.url))
  provider = fork(program, [JSON.stringify(settings)], { stdio: ['ignore', 'ignore', 'ignore', 'ipc'] })
  ;[port] = await once(provider, 'message')
})

afterAll(() => {
  provider.disconnect()
})

/** Leads the login host to the provider, which is told under which name it was called. */
async function fetchProvider(request: Request): Promise<Response> {
  const { pathname, host } = new URL(request.url)
  const headers = new Headers(request.headers)
  headers.set('x-forwarded-host', host)
  headers.set('x-forwarded-proto', 'https')
  const body = await request.text()
  return await fetch(`http://127.0.0.1:${port}${pathname}`, { method: request.method, headers, body })
}

const sourceOf = (signer = registered.signer) =>
  createTokenSource({ tokenUrl, clientId, scope, signer, fetch: fetchProvider })

test('a certified OpenID provider gives our token source a token for its client assertion', async () => {
  await expect(sourceOf().token()).resolves.toMatchObject({
    value: expect.stringMatching(/.{20,}/),
    tokenType: 'Bearer',
    expiresIn: 3599,
    algorithm: 'PS256',
  })
})

test('each request has an assertion of its own, which the provider lets pass once only', async () => {
  const source = sourceOf()
  const first = await source.token()
  expect((await source.fresh()).value).not.toBe(first.value)
})

test('the provider refuses an assertion of another key', async () => {
  const answer = sourceOf(createTestSigner().signer).token()
  await expect(answer).rejects.toMatchObject({ code: 'entra_unexpected_answer' })
})
