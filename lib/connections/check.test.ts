import { describe, expect, it } from 'vitest'
import type { Member } from '#lib/platform/access'
import { createEndpoints } from '#lib/platform/azure-devops/endpoints'
import { createPacing } from '#lib/platform/azure-devops/pacing'
import { createSignedExchange } from '#lib/platform/azure-devops/signed-exchange'
import { createTransport } from '#lib/platform/azure-devops/transport'
import { discoverTenant } from '#lib/platform/entra/discovery'
import { createTokenSource } from '#lib/platform/entra/token-source'
import type { Fetch } from '#lib/platform/http/fetch'
import { createTestCertificate } from '#lib/platform/testing/signer'
import { createSandbox } from '#lib/sandbox/index'
import { checkConnection } from './check'
import type { ConnectionLink } from './link'
import {
  type CheckEvent,
  type CheckId,
  type CheckResult,
  checkIds,
  connectionInput,
  type FinishedTest,
  type Verdict,
} from './schema'

const editor: Member = { id: crypto.randomUUID(), workspaceId: crypto.randomUUID(), role: 'editor' }
const day = 24 * 60 * 60 * 1000
const inDays = (days: number) => new Date(Date.now() + days * day).toISOString()

interface Circumstances {
  readonly registered?: boolean
  readonly member?: boolean
  readonly settings?: Record<string, unknown>
  readonly daysLeft?: number
  readonly through?: (fetch: Fetch) => Fetch
}

/** A connection to a sandbox in which something may be amiss. */
async function linkTo({
  registered = true,
  member = true,
  settings = {},
  daysLeft = 300,
  through = (fetch) => fetch,
}: Circumstances): Promise<ConnectionLink> {
  const sandbox = await createSandbox({ items: 50 })
  const { signer, certificatePem } = await createTestCertificate()
  if (registered) sandbox.control.uploadCertificate(certificatePem)
  if (!member) sandbox.control.removeMember()
  const { tokenUrl, clientId, scope, organization } = sandbox.info
  const input = {
    name: 'Test',
    certificateId: crypto.randomUUID(),
    tokenUrl,
    clientId,
    scope,
    organization,
    ...settings,
  }
  const parsed = connectionInput.parse(input)
  const fetch = through(sandbox.fetch)
  const tokenSource = createTokenSource({ ...parsed, signer, fetch, sleep: async () => undefined })
  const way = { tokenSource, fetch, pacing: createPacing() }
  const send = createTransport({
    ...parsed,
    ...way,
    retryPolicy: parsed,
    sleep: async () => undefined,
  })
  return {
    settings: parsed,
    certificate: {
      ...signer,
      certificatePem,
      certificate: { subject: 'CN=Test', notBefore: inDays(-1), notAfter: inDays(daysLeft), keySize: 2048 },
    },
    tokenSource,
    endpoints: createEndpoints(send),
    exchange: createSignedExchange(way),
    discoverTenant: (signal) =>
      discoverTenant({ tokenUrl: parsed.tokenUrl, fetch, sleep: async () => undefined, ...(signal ? { signal } : {}) }),
  }
}

interface Outcome {
  readonly verdict: Verdict | undefined
  readonly events: readonly CheckEvent[]
  readonly of: (id: CheckId) => CheckResult | undefined
}

/** Answers in waves: all that is waiting, once nothing more is asked for. So the waves are the longest chain. */
function inWaves() {
  const sizes: number[] = []
  let waiting: (() => void)[] = []
  let quiet: NodeJS.Timeout | undefined
  const release = () => {
    const wave = waiting
    waiting = []
    sizes.push(wave.length)
    for (const answer of wave) answer()
  }
  const through =
    (fetch: Fetch): Fetch =>
    async (request) => {
      clearTimeout(quiet)
      quiet = setTimeout(release, 150)
      await new Promise<void>((resolve) => waiting.push(resolve))
      return fetch(request)
    }
  return { through, sizes }
}

async function test(circumstances: Circumstances, options?: { withWrite: boolean }): Promise<Outcome> {
  const events: CheckEvent[] = []
  const link = await linkTo(circumstances)
  for await (const event of checkConnection(link, editor, async () => undefined, options)) events.push(event)
  const last = events.at(-1)
  return {
    events,
    verdict: last?.type === 'finished' ? last.verdict : undefined,
    of: (id) => events.flatMap((event) => (event.type === 'checked' && event.id === id ? [event] : []))[0],
  }
}

describe('the connection test', () => {
  it('passes every check where nothing is amiss, and tells each as it starts and as it ends', async () => {
    const { verdict, events } = await test({})
    expect(verdict).toBe('passed')
    const told = (type: string) => events.flatMap((event) => (event.type === type && 'id' in event ? [event.id] : []))
    const usual = new Set(checkIds.filter((id) => id !== 'write'))
    expect(new Set(told('started'))).toEqual(usual)
    expect(new Set(told('checked'))).toEqual(usual)
    expect(events).toHaveLength(2 * usual.size + 1)
    expect(events.at(-1)?.type).toBe('finished')
  })

  it('finds an unregistered certificate, shows both thumbprints, and skips what stands on it', async () => {
    const { verdict, of } = await test({ registered: false })
    expect(verdict).toBe('failed')
    expect(of('token')?.finding).toMatchObject({ code: 'AADSTS700027', step: 2 })
    const labels = of('token')
      ?.finding?.evidence.map(({ label }) => label)
      .join(' ')
    expect(labels).toMatch(/SHA-1.*SHA-256/)
    expect(of('identity')?.verdict).toBe('skipped')
    expect(of('work-items')?.verdict).toBe('skipped')
  })

  it('finds an app that is not in the organization, after a good token', async () => {
    const { of } = await test({ member: false })
    expect(of('token')?.verdict).toBe('passed')
    expect(of('identity')?.finding).toMatchObject({ code: 'TF401444', step: 4 })
  })

  it.each([
    ['a client ID that the tenant does not have', { clientId: crypto.randomUUID() }, 'token', 'AADSTS700016'],
    ['a tenant that does not exist', { tokenUrl: crypto.randomUUID() }, 'tenant', 'AADSTS90002'],
    [
      'an organization that does not exist',
      { organization: 'fabrikam' },
      'organization',
      'azure_devops_organization_unknown',
    ],
    ['a default project that is not there', { defaultProject: 'Nowhere' }, 'projects', 'default_project_not_visible'],
  ] as const)('finds %s', async (_what, settings, id, code) => {
    const { of } = await test({ settings })
    expect(of(id)?.finding?.code).toBe(code)
  })

  it('takes an empty default project for none', async () => {
    expect((await test({ settings: { defaultProject: '' } })).verdict).toBe('passed')
  })

  it('warns of a certificate that ends within a month, and fails one that has ended', async () => {
    expect((await test({ daysLeft: 10 })).of('certificate')?.finding?.code).toBe('certificate_expires_soon')
    expect((await test({ daysLeft: -1 })).of('certificate')?.finding?.code).toBe('certificate_expired')
  })

  it('warns of a retry policy that gives up on throttling', async () => {
    const { of } = await test({ settings: { retryStatusCodeList: '503' } })
    expect(of('settings')?.finding?.code).toBe('retry_policy_ignores_throttling')
  })

  it('finds an organization of another tenant before it asks for a token', async () => {
    const elsewhere = crypto.randomUUID()
    const through =
      (fetch: Fetch): Fetch =>
      async (request) => {
        const response = await fetch(request)
        if (!request.url.includes('connectionData')) return response
        const headers = new Headers(response.headers)
        headers.set('x-vss-resourcetenant', elsewhere)
        return new Response(await response.text(), { status: response.status, headers })
      }
    const finding = (await test({ through })).of('organization')?.finding
    expect(finding?.code).toBe('azure_devops_tenant_differs')
    expect(finding?.evidence.map(({ value }) => value)).toContain(elsewhere)
  })

  it('goes on to say what is wrong when Azure DevOps does not answer at all', async () => {
    const through =
      (fetch: Fetch): Fetch =>
      (request) =>
        request.url.includes('dev.azure.com') ? Promise.reject(new TypeError('fetch failed')) : fetch(request)
    const { of } = await test({ through })
    expect(of('network-azure-devops')?.finding?.code).toBe('azure_devops_unreachable')
    expect(of('tenant')?.verdict).toBe('passed')
  })

  it('keeps the outcome before it says that it has finished', async () => {
    const kept: Verdict[] = []
    const link = await linkTo({})
    const record = async ({ verdict }: FinishedTest) => void kept.push(verdict)
    for await (const event of checkConnection(link, editor, record)) {
      if (event.type === 'finished') expect(kept).toEqual(['passed'])
    }
    expect(kept).toHaveLength(1)
  })

  it('says how long all of it took, which is no less than its longest check', async () => {
    const kept: FinishedTest[] = []
    for await (const _event of checkConnection(await linkTo({}), editor, async (test) => void kept.push(test)));
    const [{ durationMs = -1, results = [] } = {}] = kept
    expect(results.length).toBeGreaterThan(0)
    expect(durationMs).toBeGreaterThanOrEqual(Math.max(...results.map((result) => result.durationMs)))
  })

  it('stops when the person goes away', async () => {
    const link = await linkTo({})
    const gone = new AbortController()
    const events = checkConnection(link, editor, async () => undefined, { signal: gone.signal })
    await events.next()
    gone.abort()
    await expect(async () => {
      for await (const _event of events);
    }).rejects.toMatchObject({ name: 'AbortError' })
  })

  it('asks whether the app may write only when somebody wants to know', async () => {
    expect((await test({})).of('write')).toBeUndefined()
    const written: string[] = []
    const through =
      (fetch: Fetch): Fetch =>
      (request) => {
        if (request.url.includes('/workitems/$')) written.push(request.url)
        return fetch(request)
      }
    expect((await test({ through }, { withWrite: true })).of('write')?.verdict).toBe('passed')
    expect(written).toEqual([expect.stringContaining('validateOnly=true')])
  })

  it('shows what was asked and answered, and nothing with which somebody could sign in', async () => {
    const { of } = await test({})
    const [asked] = of('token')?.exchanges ?? []
    expect(asked).toMatchObject({
      method: 'POST',
      status: 200,
      sent: expect.stringContaining('client_assertion=[removed]'),
    })
    expect(asked?.body).toContain('"access_token":"[removed]"')
    expect(of('projects')?.exchanges?.[0]?.body).toContain('"count"')
  })

  it('takes 13 requests, and the time of six round trips', async () => {
    const { through, sizes } = inWaves()
    expect((await test({ through })).verdict).toBe('passed')
    expect(sizes.length).toBeLessThanOrEqual(6)
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(13)
  })

  it('is not for viewers', async () => {
    const link = await linkTo({})
    const events = checkConnection(link, { ...editor, role: 'viewer' }, async () => undefined)
    await expect(events.next()).rejects.toMatchObject({ code: 'role_insufficient' })
  })
})
