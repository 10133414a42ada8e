import { X509Certificate } from 'node:crypto'
import { describe, expect, test, vi } from 'vitest'
import { catalog } from '#lib/platform/errors/index'
import { networkErrors } from '#lib/platform/errors/network'
import { createLogger } from '#lib/platform/log'
import { markdownReport } from '../report/markdown'
import { groups } from './all-cases'
import { lineOf, type Place } from './fault-case'
import { inKeyVault } from './key-vault-place'
import { firstFinding, foundBy, makePlace, type Run, runCase } from './run-case'
import { tableOf } from './table'
import { createWireTap } from './wire-tap'

// The password of the proxy is one of the things that nobody may read.
const proxyPassword = 'canary-of-the-proxy'
vi.stubEnv('HTTPS_PROXY', `http://certboard:${proxyPassword}@proxy.example:3128`)

const cases = groups.flatMap(({ title, cases }) => cases.map((one) => [`${title}: ${one.what}`, one] as const))
const place = await makePlace()
/** All that the runs below make known to somebody: events to the browser, reports, lines to the log. */
const told: string[] = []
const logger = createLogger('trace', { write: (line: string) => void told.push(line) })

const reportOf = ({ results }: Run): string =>
  markdownReport({ id: 'test', verdict: 'failed', testedAt: new Date().toISOString(), isScheduled: false, results }, [])

/** Which of some secrets can be read in what was told. */
const readable = (secrets: Iterable<string>, texts: readonly string[]): string[] => {
  const all = texts.join('\n')
  return [...secrets].filter((secret) => all.includes(secret))
}

/** How many secrets went over the wire, and which of them were told. */
const wire = { secrets: 0, leaks: [] as string[] }

test.each(cases)('%s', async (name, one) => {
  const tap = createWireTap()
  const before = told.length
  const run = await runCase(one, place, tap.watch)
  told.push(...run.events.map((event) => JSON.stringify(event)))
  told.push(reportOf(run))
  logger.info({ events: run.events }, name)
  wire.secrets += tap.secrets.size
  wire.leaks.push(...readable(tap.secrets, told.slice(before)))
  const found = foundBy(run)
  expect(found && lineOf(found)).toBe(lineOf(one.finds))
})

/** The lines of a private key, without those that hold nothing but what its certificate tells everybody. */
function secretLinesOf({ privateKeyPem, certificatePem }: Place['ours']): string[] {
  const { raw } = new X509Certificate(certificatePem)
  const lines = privateKeyPem.trim().split('\n').slice(1, -1)
  return lines.filter((line) => !raw.includes(Buffer.from(line, 'base64')))
}

describe('nothing that was told lets anybody sign in', () => {
  test('no assertion and no token, and no signature of one', () => {
    expect(wire.secrets).toBeGreaterThan(500)
    expect(wire.leaks).toEqual([])
  })

  test('no line of a private key, and not the password of the proxy', () => {
    const keys = [place.ours, place.stranger].flatMap(secretLinesOf)
    expect(keys.length).toBeGreaterThan(30)
    const basic = Buffer.from(`certboard:${proxyPassword}`).toString('base64')
    expect(readable([...keys, proxyPassword, basic], told)).toEqual([])
  })

  test('a secret that was told would be found', async () => {
    const tap = createWireTap()
    const fetch = tap.watch(async () => Response.json({ access_token: 'a.b.signature' }))
    const body = new URLSearchParams({ client_assertion: 'c.d.another' })
    await (await fetch(new Request('https://login.microsoftonline.com/', { method: 'POST', body }))).text()
    expect(readable(tap.secrets, ['{"x":"another"}', 'a.b.signature'])).toEqual([
      'another',
      'a.b.signature',
      'signature',
    ])
  })

  test('what a key vault signed would be found as well', async () => {
    const tap = createWireTap()
    const [, one] = cases.find(([name]) => name.endsWith('The vault has renewed the certificate by itself')) ?? []
    if (one) await runCase(one, place, tap.watch)
    expect([...tap.secrets].filter((secret) => /^[\w-]{342}$/.test(secret)).length).toBeGreaterThan(3)
  })
})

test('the page that lists the faults is the one that the cases make', async () => {
  await expect(tableOf(groups)).toMatchFileSnapshot('../../../docs/faults.md')
})

test('no two causes have the same name', () => {
  expect(new Set(cases.map(([name]) => name)).size).toBe(cases.length)
})

/** What only linking a certificate of a key vault meets, and no connection that has one. */
const onlyInLinking = ['key_vault_not_found']

test('every number of Entra ID, every failure of the network and every finding of a key vault is brought about', () => {
  const met = new Set<string>([...cases.map(([, { finds }]) => finds.code), ...onlyInLinking])
  const isConcerned = (code: string) => /^(?:AADSTS|entra_|key_vault_|managed_identity_)/.test(code)
  const own = Object.keys(catalog).filter((code) => isConcerned(code) || code in networkErrors)
  expect(own.filter((code) => !met.has(code))).toEqual([])
})

test('causes that are mended in different ways have codes of their own', () => {
  const all = cases.map(([, one]) => one)
  const remediesOf = (code: string) => [
    ...new Set(all.flatMap(({ finds, mend }) => (finds.code === code ? [mend] : []))),
  ]
  const shared = all.map(({ finds: { code } }) => [code, ...remediesOf(code)])
  expect(shared.filter(({ length }) => length > 2)).toEqual([])
})

test('no cause ends in an error that says nothing', () => {
  const generic = ['internal', 'request_invalid', 'azure_devops_error']
  expect(cases.filter(([, { finds }]) => generic.includes(finds.code)).map(([name]) => name)).toEqual([])
})

describe('a certificate in a key vault', () => {
  test.each([
    ['software', {}],
    ['hardware', { isHsm: true }],
  ])('signs in where nothing goes wrong, with a key in %s', async (_, choices) => {
    expect(foundBy(await runCase({ mishap: inKeyVault({ choices }) }, place))).toBeUndefined()
  })

  test('that its caller may not read it is told, and keeps the connection from nothing', async () => {
    const mishap = inKeyVault({
      before: ({ sandbox: { control, info } }) =>
        control.setVaultRoles(info.managedIdentity.clientId, ['Key Vault Crypto User']),
    })
    const { events } = await runCase({ mishap }, place)
    expect(events).toContainEqual(expect.objectContaining({ id: 'certificate', verdict: 'limited' }))
    expect(events.at(-1)).toMatchObject({ type: 'finished', verdict: 'passed' })
  })
})

/** What the finding of a case shows, by its labels. */
async function evidenceOf(what: string) {
  const [, one] = cases.find(([name]) => name.endsWith(`: ${what}`)) ?? []
  const { finding } = (one && firstFinding(await runCase(one, place))) ?? {}
  return { ...finding, shows: Object.fromEntries(finding?.evidence.map(({ label, value }) => [label, value]) ?? []) }
}

describe('what a finding shows', () => {
  test('700027: which certificate Entra ID looked for, beside ours', async () => {
    const { shows } = await evidenceOf('The certificate was not uploaded to the app')
    expect(shows['Thumbprint Entra saw']).toBe(place.ours.signer.thumbprintSha256)
    expect(shows['Which is']).toContain('Our SHA-256')
  })

  test('700027: the dates of the key that Entra ID found', async () => {
    const { shows } = await evidenceOf('The app was given an earlier end for the certificate')
    expect(shows['Key it found']).toMatch(/^Start=.+, End=.+/)
  })

  test.each([
    ['behind', /^(?:10 min 0 s|9 min 5\d s) behind Microsoft's$/],
    ['ahead', /^10 min \d s ahead of Microsoft's$/],
  ])('700024: how far the clock is %s', async (direction, says) => {
    const { shows } = await evidenceOf(`The clock of the server is ten minutes ${direction}`)
    expect(shows['Our clock']).toMatch(says)
    expect(shows['Assertion valid']).toMatch(/Z – .+Z$/)
  })

  test('700023: the audience that we signed and the one that is expected', async () => {
    const { shows } = await evidenceOf('The assertion is addressed to another tenant')
    expect(shows['Audience we signed']).toBe(place.sandbox.info.tokenUrl)
    expect(shows['Audience Entra expects']).toContain(place.sandbox.info.tenantId)
  })

  test('an unknown number: its own words, its IDs, and where to look it up', async () => {
    const { shows, detail, remedy } = await evidenceOf('A number that nobody has told us')
    expect(detail).toBe('AADSTS7000999: Something that Microsoft added yesterday.')
    expect(Object.keys(shows)).toEqual(expect.arrayContaining(['Trace ID', 'Correlation ID', 'Timestamp']))
    expect(remedy).toContain('https://login.microsoftonline.com/error')
  })
  test('TF401444: the object ID that is looked for, beside the one in our token', async () => {
    const { shows } = await evidenceOf('The app was never added to the organization')
    const { servicePrincipalObjectId } = place.sandbox.info
    expect(shows['Object ID that Azure DevOps looks for']).toBe(servicePrincipalObjectId)
    expect(shows['Object ID in our token']).toBe(servicePrincipalObjectId)
  })

  test('404: what the app does see', async () => {
    const { shows } = await evidenceOf('The project disappears in the middle (TF200016)')
    expect(shows['Projects that the app sees']).toBe(place.sandbox.info.projects.join(', '))
  })

  test('a key vault: the right that is missing, its tenant, how long it wants us to wait', async () => {
    const role = await evidenceOf('The caller has no role at the vault')
    expect(role.shows).toMatchObject({
      Right: 'Microsoft.KeyVault/vaults/keys/sign/action',
      Request: expect.stringMatching(/^POST https:.+\/keys\/azure-devops\/\w+\/sign$/),
      Code: 'Forbidden, ForbiddenByRbac',
    })
    const policy = await evidenceOf('The access policy of the caller lacks the certificate permission Get')
    expect(policy.shows).toMatchObject({ Right: 'certificates get', Code: 'Forbidden, ForbiddenByPolicy' })
    const tenant = await evidenceOf('The vault belongs to another tenant')
    expect(tenant.shows['Tenant of the vault']).toMatch(/^[0-9a-f-]{36}$/)
    const busy = await evidenceOf('The vault has too much to do and asks for ten minutes')
    expect(busy.shows['Retry-After']).toBe('600')
  })

  test('a key vault: which newer version it has, and when that ends', async () => {
    const { shows } = await evidenceOf('The vault has renewed the certificate by itself')
    expect(shows['Its SHA-1 thumbprint']).toBe(place.stranger.signer.thumbprintSha1)
    expect(shows['SHA-1 thumbprint']).toBe(place.ours.signer.thumbprintSha1)
  })

  test('the caller of a key vault: which certificate Entra ID looked for', async () => {
    const { shows } = await evidenceOf('The certificate of the calling app is not on that app')
    expect(shows['Thumbprint Entra saw']).toBe(place.stranger.signer.thumbprintSha256)
  })

  test('a page: what it calls itself, and where a redirect leads', async () => {
    const page = await evidenceOf('A proxy blocks with a page and status 403')
    expect(page.shows).toMatchObject({ Page: 'Blocked by your organization', Server: 'squid', 'HTTP status': '403' })
    const redirect = await evidenceOf('A redirect (302) to the sign-in page')
    expect(redirect.shows['Redirects to']).toContain('vssps.visualstudio.com/_signin')
    expect((await evidenceOf('A redirect of a captive portal (Entra ID)')).shows['Redirects to']).toBe(
      'http://portal.example/',
    )
  })
})
