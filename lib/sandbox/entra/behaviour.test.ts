import { expect, test } from 'vitest'
import { ask, clientId, makePair, pairs, refusal, seconds, sign, startEntra, tenantDomain } from './test-client'

const { registered } = pairs

test('what is unverified about an answer can be put otherwise', async () => {
  const behaviour = {
    descriptionTail: 'lines' as const,
    unknownKeyText: 'until 2024' as const,
    answers: { 700016: { status: 401, error: 'invalid_client', text: 'Another sentence.' } },
  }
  const server = await startEntra({ behaviour })
  const answer = await refusal(await sign(), { form: { client_id: 'x' }, server })
  expect(answer).toMatchObject({ status: 401, error: 'invalid_client' })
  expect(answer.text).toMatch(/^AADSTS700016: Another sentence\.\r\nTrace ID: /)
  const stranger = await makePair()
  const unknown = await refusal(await sign({ pair: stranger }), { server })
  expect(unknown.text).toContain('contains an invalid signature. [Reason - The key was not found., Thumbprint')
})

test('the v1 endpoint wants a resource, and answers with numbers as text', async () => {
  const { fetch, ...server } = await startEntra()
  const url = `https://login.microsoftonline.com/${tenantDomain}/oauth2/token`
  const without = await refusal(await sign(), { url, server: { fetch } })
  expect(without.codes).toEqual([900144])
  expect(without.text).toContain(`'resource'`)
  const resource = '499b84ac-1321-427f-aa17-267ca6975798'
  const { body } = await ask(await sign(), { url, form: { scope: undefined, resource }, server: { fetch } })
  expect(body).toEqual({
    token_type: 'Bearer',
    expires_in: '3599',
    ext_expires_in: '3599',
    expires_on: String(seconds + 3599),
    not_before: String(seconds - 300),
    resource,
    access_token: expect.any(String),
  })
  await expect(server.verifyAccessToken(body.access_token)).resolves.toMatchObject({ clientId })
})

test('each app signs in with its own certificates, and its token speaks for its own service principal', async () => {
  const server = await startEntra()
  const app = server.control.registerApp('Second app')
  const pair = await makePair()
  server.control.uploadCertificate(registered.certificate.toString(), app.clientId)
  server.control.uploadCertificate(pair.certificate.toString(), app.clientId)
  const claims = { iss: app.clientId, sub: app.clientId }
  const form = { client_id: app.clientId }
  for (const one of [registered, pair]) {
    const { body } = await ask(await sign({ pair: one, claims }), { form, server })
    const holder = { clientId: app.clientId, objectId: app.servicePrincipalObjectId }
    await expect(server.verifyAccessToken(body.access_token)).resolves.toMatchObject(holder)
  }
  expect((await refusal(await sign({ pair }), { server })).codes).toEqual([700027])
})
