import { decodeJwt } from 'jose'
import { describe, expect, test } from 'vitest'
import {
  ask,
  clientId,
  entra,
  hash,
  identity,
  now,
  pairs,
  seconds,
  sign,
  startEntra,
  tenantDomain,
  tenantId,
  tokenUrl,
} from './test-client'

const { registered } = pairs

describe('a client assertion that Entra ID accepts', () => {
  test.each(['PS256', 'RS256'])('is signed with %s and names the key by x5t#S256, x5t or x5c', async (alg) => {
    const headers = [
      { 'x5t#S256': hash('sha256', registered) },
      { x5t: hash('sha1', registered) },
      { x5c: [registered.certificate.raw.toString('base64')] },
      { x5c: registered.certificate.raw.toString('base64') as unknown as string[] },
    ]
    for (const header of headers) {
      const { response } = await ask(await sign({ header: { alg, ...header } }))
      expect(response.status, JSON.stringify(Object.keys(header))).toBe(200)
    }
  })

  test('writes the thumbprint as base64 or base64url, padded or not', async () => {
    const forms = [hash('sha256', registered, 'base64'), `${hash('sha256', registered)}=`, hash('sha256', registered)]
    for (const form of forms) {
      const { response } = await ask(await sign({ header: { 'x5t#S256': form } }))
      expect(response.status).toBe(200)
    }
  })

  test.each([
    ['floats', { nbf: seconds + 0.5, exp: seconds + 600.25 }],
    ['numeric strings', { nbf: String(seconds), exp: String(seconds + 600) }],
    ['no nbf', { nbf: undefined }],
    ['a clock four minutes fast', { nbf: seconds + 240 }],
    ['an assertion that ended four minutes ago', { nbf: seconds - 600, exp: seconds - 240 }],
  ])('may have as times %s', async (_, claims) => {
    expect((await ask(await sign({ claims }))).response.status).toBe(200)
  })

  test.each([
    ['the v2 endpoint by domain', `https://login.microsoftonline.com/${tenantDomain}/oauth2/v2.0/token`],
    ['the v1 endpoint', `https://login.microsoftonline.com/${tenantId}/oauth2/token`],
    ['the v2 issuer', `https://login.microsoftonline.com/${tenantId}/v2.0`],
    ['the v1 issuer', `https://sts.windows.net/${tenantId}/`],
    ['an alias of the host', `https://login.windows.net/${tenantId}/oauth2/v2.0/token`],
    ['an array of one', [tokenUrl]],
  ])('may be addressed to %s', async (_, aud) => {
    expect((await ask(await sign({ claims: { aud } }))).response.status).toBe(200)
  })

  test('may be sent again until it expires', async () => {
    const assertion = await sign()
    expect((await ask(assertion)).response.status).toBe(200)
    expect((await ask(assertion)).response.status).toBe(200)
  })

  test('is accepted under the tenant domain, whatever its case', async () => {
    const url = `https://login.microsoftonline.com/${tenantDomain.toUpperCase()}/oauth2/v2.0/token`
    expect((await ask(await sign(), { url })).response.status).toBe(200)
  })
})

describe('the token', () => {
  test('comes with the fields that Entra ID sends and no others', async () => {
    const { response, body } = await ask(await sign())
    expect(body).toEqual({
      token_type: 'Bearer',
      expires_in: 3599,
      ext_expires_in: 3599,
      access_token: expect.any(String),
    })
    expect(response.headers.get('cache-control')).toContain('no-store')
    expect(response.headers.get('date')).toBe(now.toUTCString())
  })

  test('has the claims of a v1.0 app-only token', async () => {
    const { body } = await ask(await sign())
    expect(decodeJwt(body.access_token)).toEqual({
      aud: '499b84ac-1321-427f-aa17-267ca6975798',
      iss: `https://sts.windows.net/${tenantId}/`,
      iat: seconds - 300,
      nbf: seconds - 300,
      exp: seconds + 3600,
      aio: expect.any(String),
      appid: clientId,
      appidacr: '2',
      idp: `https://sts.windows.net/${tenantId}/`,
      oid: identity.servicePrincipalObjectId,
      rh: expect.any(String),
      sub: identity.servicePrincipalObjectId,
      tid: tenantId,
      uti: expect.any(String),
      ver: '1.0',
    })
  })

  test('has the audience in the form in which the scope named it', async () => {
    const form = { scope: 'https://app.vssps.visualstudio.com/.default' }
    const { body } = await ask(await sign(), { form })
    expect(decodeJwt(body.access_token).aud).toBe('https://app.vssps.visualstudio.com')
  })
})

describe('verifyAccessToken', () => {
  async function issue(scope: string, server = entra): Promise<string> {
    const { body } = await ask(await sign(), { form: { scope }, server })
    return body.access_token
  }
  const scope = '499b84ac-1321-427f-aa17-267ca6975798/.default'
  const objectId = identity.servicePrincipalObjectId

  test('tells whose token it is, whichever name of Azure DevOps the scope used', async () => {
    for (const name of [scope, 'https://app.vssps.visualstudio.com/.default']) {
      await expect(entra.verifyAccessToken(await issue(name))).resolves.toEqual({ objectId, tenantId, clientId })
    }
  })

  test('refuses a token for another resource', async () => {
    const token = await issue('https://management.azure.com/.default')
    await expect(entra.verifyAccessToken(token)).resolves.toBeUndefined()
  })

  test('refuses a token whose hour is over', async () => {
    let clock = now
    const server = await startEntra({ clock: () => clock })
    const token = await issue(scope, server)
    await expect(server.verifyAccessToken(token)).resolves.toBeDefined()
    clock = new Date(now.getTime() + 3_601_000)
    await expect(server.verifyAccessToken(token)).resolves.toBeUndefined()
  })

  test('refuses a token that somebody else signed', async () => {
    const stranger = await startEntra()
    await expect(entra.verifyAccessToken(await issue(scope, stranger))).resolves.toBeUndefined()
    await expect(entra.verifyAccessToken('nonsense')).resolves.toBeUndefined()
  })
})
