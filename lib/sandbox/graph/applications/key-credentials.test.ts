import { createHash, X509Certificate } from 'node:crypto'
import { describe, expect, test } from 'vitest'
import { makeClientCertificate } from '../../standalone/certificates'
import { application, startGraph } from '../test-graph'

const certificate = new X509Certificate(application.certificate)
const key = certificate.raw.toString('base64')
const other = await makeClientCertificate(new Date())
const otherKey = new X509Certificate(other.certificate).raw.toString('base64')

const credential = (more: object = {}) => ({ type: 'AsymmetricX509Cert', usage: 'Verify', key, ...more })

interface KeyCredential {
  readonly keyId: string
  readonly key: string | null
}

/** A new app with a service principal, and how its credentials are read and written. */
async function startApp(entra = {}) {
  const { sandbox, send, signIn } = await startGraph({ entra })
  const { clientId, objectId } = sandbox.control.registerApp('New')
  const address = `applications/${objectId}`
  const read = async (query = ''): Promise<KeyCredential[]> =>
    (await send('GET', `${address}${query}`)).body.keyCredentials
  const write = (keyCredentials: unknown) => send('PATCH', address, { keyCredentials })
  return { sandbox, send, signIn: () => signIn(clientId), clientId, read, write }
}

describe('a certificate', () => {
  test.each([
    ['DER', key],
    ['DER in lines of base64', key.replaceAll(/(.{64})/g, '$1\n')],
    ['PEM', Buffer.from(application.certificate).toString('base64')],
  ])('in base64 of %s lets its app sign in', async (_, form) => {
    const { signIn, write } = await startApp()
    await expect(signIn()).resolves.toContain('AADSTS700027')
    expect((await write([credential({ key: form })])).status).toBe(204)
    await expect(signIn()).resolves.toMatch(/^eyJ/)
  })

  test('comes along with a new app', async () => {
    const { send, sandbox } = await startGraph()
    const sent = { displayName: 'With a certificate', keyCredentials: [credential({ displayName: 'CN=mine' })] }
    const { body } = await send('POST', 'applications', sent)
    expect(sandbox.control.appRegistration(body.appId).certificates).toMatchObject([{ displayName: 'CN=mine' }])
  })

  test('is told with its thumbprint and dates, its key only where one app’s credentials are selected', async () => {
    const { read, write, send, clientId } = await startApp()
    await write([credential({ displayName: 'x'.repeat(100) })])
    const told = {
      customKeyIdentifier: createHash('sha1').update(certificate.raw).digest('hex').toUpperCase(),
      displayName: 'x'.repeat(90),
      endDateTime: new Date(certificate.validTo).toISOString().replace('.000', ''),
      key: null,
      keyId: expect.stringMatching(/^[0-9a-f-]{36}$/),
      startDateTime: new Date(certificate.validFrom).toISOString().replace('.000', ''),
      type: 'AsymmetricX509Cert',
      usage: 'Verify',
    }
    expect(await read()).toEqual([told])
    expect(await read('?$select=id,keyCredentials')).toEqual([{ ...told, key }])
    const list = await send('GET', `applications?$filter=appId eq '${clientId}'&$select=keyCredentials`)
    expect(list.body.value).toEqual([{ keyCredentials: [told] }])
  })

  test('has base64 of its thumbprint for identifier where Entra ID is taken to behave like that', async () => {
    const { read, write } = await startApp({ customKeyIdentifier: 'base64' })
    await write([credential()])
    const customKeyIdentifier = createHash('sha1').update(certificate.raw).digest('base64')
    expect(await read()).toMatchObject([{ customKeyIdentifier }])
  })
})

describe('a change of the certificates', () => {
  test('replaces them all; those that are sent back without their key stay', async () => {
    const { read, write, signIn } = await startApp()
    await write([credential({ displayName: 'first' })])
    const [first] = await read()
    expect((await write([first, credential({ key: otherKey, displayName: 'second' })])).status).toBe(204)
    expect(await read()).toMatchObject([first, { displayName: 'second' }])
    await expect(signIn()).resolves.toMatch(/^eyJ/)
    await write([credential({ key: otherKey })])
    await expect(signIn()).resolves.toContain('AADSTS700027')
    await write([])
    expect(await read()).toEqual([])
  })

  test('keeps the key ID that the client gives, and does not change what is behind it', async () => {
    const { read, write } = await startApp()
    const keyId = '11111111-2222-4333-8444-555555555555'
    await write([credential({ keyId })])
    expect((await write([credential({ keyId })])).status).toBe(204)
    const refused = await write([credential({ keyId, key: otherKey })])
    expect(refused).toMatchObject({ status: 400, body: { error: { message: expect.stringContaining(keyId) } } })
    expect(await read('?$select=keyCredentials')).toMatchObject([{ keyId, key }])
  })

  test('may end a certificate’s time sooner, and Entra ID then refuses it by its number', async () => {
    const { sandbox, signIn, write, clientId } = await startApp()
    const [startDateTime, endDateTime] = [-7_200_000, -3_600_000].map((ago) => new Date(Date.now() + ago).toISOString())
    await write([credential({ startDateTime, endDateTime })])
    expect(sandbox.control.appRegistration(clientId).certificates).toMatchObject([{ notAfter: endDateTime }])
    await expect(signIn()).resolves.toContain('The key used is expired')
  })
})

describe('refused is', () => {
  const after = new Date(Date.parse(certificate.validTo) + 1000).toISOString()
  const before = new Date(Date.parse(certificate.validFrom) - 1000).toISOString()

  test.each([
    ['an end after the certificate’s', { endDateTime: after }, 'Key credential end date is invalid.'],
    ['an end before the beginning', { endDateTime: before }, 'Key credential end date is invalid.'],
    ['a beginning before the certificate’s', { startDateTime: before }, 'Key credential start date is invalid.'],
    ['a date that is none', { endDateTime: 'soon' }, "Invalid value specified for property 'keyCredentials'"],
    ['a private key', { key: Buffer.from(other.key).toString('base64') }, 'Invalid certificate'],
    [
      'a private key beside its certificate',
      { key: Buffer.from(other.key + other.certificate).toString('base64') },
      'Invalid certificate',
    ],
    ['nonsense', { key: 'bm9uc2Vuc2U=' }, 'Invalid certificate'],
    ['no key', { key: null }, 'Invalid certificate'],
  ])('%s', async (_, more, message) => {
    const { read, write } = await startApp()
    await write([credential({ key: otherKey })])
    const { status, body } = await write([credential(more)])
    expect(status).toBe(400)
    expect(body.error.message).toContain(message)
    expect(await read('?$select=keyCredentials')).toMatchObject([{ key: otherKey }])
  })

  test('a credential of another kind, as not emulated', async () => {
    const { write } = await startApp()
    expect((await write([credential({ usage: 'Sign' })])).status).toBe(501)
  })
})
