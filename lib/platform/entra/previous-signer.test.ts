import { expect, test } from 'vitest'
import { createClock } from '#lib/platform/testing/clock'
import { createTestSigner } from '#lib/platform/testing/signer'
import { createTokenSource } from './token-source'

const current = createTestSigner().signer
const previous = { ...createTestSigner().signer, thumbprintSha256: 'AB'.repeat(32), thumbprintSha1: 'AB'.repeat(20) }

const thumbprintOf = (assertion: string): string => {
  const header = JSON.parse(Buffer.from(assertion.split('.')[0] ?? '', 'base64url').toString())
  return Buffer.from(header['x5t#S256'], 'base64url').toString('hex').toUpperCase()
}

const refusal = (number: number, reason: string) =>
  Response.json(
    { error: 'invalid_client', error_description: `AADSTS${number}: No. ${reason}`, error_codes: [number] },
    { status: 401 },
  )
const unknown = () => refusal(700027, "[Reason - The key was not found., Thumbprint of key used by client: 'AB']")

/** An Entra ID that refuses the current certificate as told, and takes the previous one. */
function setUp(refuse: () => Response | undefined, graceMs = 60_000) {
  const clock = createClock()
  const asked: ('current' | 'previous')[] = []
  let uses = 0
  const fetch = async (request: Request) => {
    const assertion = new URLSearchParams(await request.text()).get('client_assertion') ?? ''
    const isCurrent = thumbprintOf(assertion) === current.thumbprintSha256
    asked.push(isCurrent ? 'current' : 'previous')
    const token = { token_type: 'Bearer', expires_in: 3599, access_token: `t${asked.length}` }
    return (isCurrent ? refuse() : undefined) ?? Response.json(token)
  }
  const onUse = () => {
    uses += 1
  }
  const source = createTokenSource({
    tokenUrl: 'https://login.microsoftonline.com/contoso.com/oauth2/v2.0/token',
    clientId: '3f2504e0-4f89-41d3-9a0c-0305e82c3301',
    scope: '499b84ac-1321-427f-aa17-267ca6975798/.default',
    signer: current,
    previous: { signer: previous, until: clock.now() + graceMs, onUse },
    fetch,
    ...clock,
    random: () => 0.5,
  })
  return { source, clock, asked, uses: () => uses }
}

test('the previous certificate is tried once where the current one is unknown, and the token says so', async () => {
  const { source, asked, uses } = setUp(unknown)
  expect(await source.token()).toMatchObject({ value: 't2', byPrevious: true })
  expect(asked).toEqual(['current', 'previous'])
  expect(uses()).toBe(1)
})

test('the current certificate is tried first each time, so the previous one is let go of as soon as it can be', async () => {
  let isKnown = false
  const { source, asked } = setUp(() => (isKnown ? undefined : unknown()))
  await source.token()
  isKnown = true
  expect(await source.fresh()).not.toHaveProperty('byPrevious')
  expect(asked).toEqual(['current', 'previous', 'current'])
})

test('the last moment of the grace period is past it', async () => {
  const { source, clock, asked } = setUp(unknown)
  clock.advance(60_000)
  await expect(source.token()).rejects.toMatchObject({ code: 'AADSTS700027' })
  expect(asked).toEqual(['current'])
})

test.each([
  ['AADSTS700027_signature', () => refusal(700027, '[Reason - The use of the key failed.]')],
  ['AADSTS700016', () => refusal(700016, 'No such app.')],
])('%s is another trouble, in which the previous certificate is not tried', async (code, refuse) => {
  const { source, asked, uses } = setUp(refuse)
  await expect(source.token()).rejects.toMatchObject({ code })
  expect(asked).toEqual(['current'])
  expect(uses()).toBe(0)
})
