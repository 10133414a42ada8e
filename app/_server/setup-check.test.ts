import { describe, expect, it } from 'vitest'
import type { Member } from '#lib/platform/access'
import { createTestCertificate } from '#lib/platform/testing/signer'
import { createSandbox, type Sandbox } from '#lib/sandbox/index'
import type { SetupDraft, SetupProgress } from '#lib/setup/schema'
import { linkOfDraft } from './draft-link'
import { checkLink } from './setup-check'

const editor: Member = { id: crypto.randomUUID(), workspaceId: crypto.randomUUID(), role: 'editor' }
const { signer, certificatePem } = await createTestCertificate()
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString()
const certificate = (daysLeft = 300) => ({
  ...signer,
  certificatePem,
  certificate: { subject: 'CN=Test', notBefore: inDays(-1), notAfter: inDays(daysLeft), keySize: 2048 },
})

interface Practice {
  readonly sandbox: Sandbox
  readonly complete: SetupDraft
}

/** A tenant and an organization in which everything is as it should be, and the draft of somebody who did all of it. */
async function practice(): Promise<Practice> {
  const sandbox = await createSandbox({ items: 20 })
  sandbox.control.uploadCertificate(certificatePem)
  const { tokenUrl, clientId, scope, organization } = sandbox.info
  const certificateId = crypto.randomUUID()
  return { sandbox, complete: { name: 'Test', tokenUrl, clientId, scope, organization, certificateId } }
}

async function check({ sandbox }: Practice, draft: SetupDraft, daysLeft?: number): Promise<SetupProgress> {
  const signs = draft.certificateId ? certificate(daysLeft) : undefined
  const link = linkOfDraft(draft, { fetch: sandbox.fetch, certificate: signs })
  let last: SetupProgress = { states: [], isComplete: false }
  for await (const progress of checkLink(editor, draft, link)) last = progress
  return last
}

const conditions = ({ states }: SetupProgress): string => states.map(({ condition }) => condition).join(', ')

const findings = ({ states }: SetupProgress) =>
  states.flatMap(({ step, finding }) => (finding ? [{ step, code: finding.code }] : []))

describe('the six steps of a setup', () => {
  it('know as much as the values allow, from an empty draft to a complete one', async () => {
    const { sandbox, complete } = await practice()
    const { organization, tokenUrl, clientId, certificateId } = complete
    const told = async (draft: SetupDraft) => conditions(await check({ sandbox, complete }, draft))
    expect(await told({})).toBe('not yet, not yet, unknown, not yet, not yet, unknown')
    expect(await told({ organization })).toBe('not yet, not yet, unknown, unknown, not yet, unknown')
    expect(await told({ organization, tokenUrl })).toBe('not yet, not yet, unknown, unknown, not yet, unknown')
    expect(await told({ organization, tokenUrl, clientId })).toBe('done, not yet, unknown, unknown, not yet, unknown')
    expect(await told({ ...complete, name: '' })).toBe('done, done, done, done, not yet, not yet')
    expect(await told(complete)).toBe('done, done, done, done, done, not yet')
    expect(await told({ ...complete, connectionId: certificateId })).toBe('done, done, done, done, done, done')
  })

  it('are asked as a test is: whoever may not test gets nothing', async () => {
    const { sandbox, complete } = await practice()
    const link = linkOfDraft(complete, { fetch: sandbox.fetch, certificate: certificate() })
    const states = checkLink({ ...editor, role: 'viewer' }, complete, link)
    await expect(states.next()).rejects.toMatchObject({ code: 'role_insufficient' })
  })

  it('tell of trouble that no step mends', async () => {
    const { sandbox, complete } = await practice()
    sandbox.control.setFaults([
      { kind: 'server error', status: 503, route: 'dev.azure.com/**', probability: 1, after: 0 },
    ])
    const { trouble, states } = await check({ sandbox, complete }, complete)
    expect(trouble?.code).toBe('azure_devops_unavailable')
    expect(states[3]?.condition).toBe('unknown')
  })
})

describe('what people do wrong is found at its own step, and mending it there is seen', () => {
  interface Mistake {
    readonly what: string
    readonly step: number
    readonly code: string
    readonly make: (practice: Practice) => SetupDraft | undefined
    readonly mend?: (practice: Practice) => void
  }

  const other = (sandbox: Sandbox) => sandbox.control.registerApp('Another app').clientId
  const own = ({ info }: Sandbox) => info.clientId

  const mistakes: readonly Mistake[] = [
    {
      what: 'the certificate went to another app',
      step: 2,
      code: 'AADSTS700027',
      make({ sandbox }) {
        const [known] = sandbox.control.appRegistration().certificates
        sandbox.control.removeCertificate(known?.thumbprintSha1 ?? '')
        sandbox.control.uploadCertificate(certificatePem, other(sandbox))
        return undefined
      },
      mend: ({ sandbox }) => sandbox.control.uploadCertificate(certificatePem),
    },
    {
      what: 'the app is not in the tenant',
      step: 1,
      code: 'AADSTS700016',
      make: ({ complete }) => ({ ...complete, clientId: crypto.randomUUID() }),
    },
    {
      what: 'the Object ID of the app was taken for its Client ID',
      step: 1,
      code: 'client_id_is_object_id',
      make({ sandbox, complete }) {
        const { objectId } = sandbox.control.appRegistration()
        return { ...complete, clientId: objectId, appObjectId: objectId }
      },
    },
    {
      what: 'the app has no service principal',
      step: 1,
      code: 'AADSTS7000229',
      make({ sandbox }) {
        sandbox.control.changeApp(own(sandbox), { isMember: false, servicePrincipal: 'missing' })
        return undefined
      },
      mend: ({ sandbox }) => sandbox.control.changeApp(own(sandbox), { servicePrincipal: 'enabled', isMember: true }),
    },
    {
      what: 'the app is not a member of the organization',
      step: 4,
      code: 'TF401444',
      make({ sandbox }) {
        sandbox.control.removeMember()
        return undefined
      },
      mend: ({ sandbox }) => sandbox.control.addMember(),
    },
    {
      what: 'the Object ID of the app was added to the organization',
      step: 4,
      code: 'object_id_mixed_up',
      make({ sandbox, complete }) {
        sandbox.control.removeMember()
        return { ...complete, servicePrincipalObjectId: sandbox.control.appRegistration().objectId }
      },
      mend: ({ sandbox }) => sandbox.control.addMember(),
    },
    {
      what: 'the app is a member of no project',
      step: 4,
      code: 'projects_none_visible',
      make({ sandbox }) {
        sandbox.control.changeApp(own(sandbox), { projects: [] })
        return undefined
      },
      mend: ({ sandbox }) => sandbox.control.changeApp(own(sandbox), { projects: 'all' }),
    },
    {
      what: 'the app is a stakeholder',
      step: 4,
      code: 'access_level_stakeholder',
      make({ sandbox }) {
        sandbox.control.changeApp(own(sandbox), { accessLevel: 'stakeholder' })
        return undefined
      },
      mend: ({ sandbox }) => sandbox.control.changeApp(own(sandbox), { accessLevel: 'express' }),
    },
    {
      what: 'the scope is one of a person’s sign-in',
      step: 5,
      code: 'scope_refused',
      make: ({ complete }) => ({ ...complete, scope: 'vso.project' }),
    },
    {
      what: 'the Token URL is the one for all tenants',
      step: 5,
      code: 'token_url_refused',
      make: ({ complete }) => ({
        ...complete,
        tokenUrl: 'https://login.microsoftonline.com/common/oauth2/v2.0/token',
      }),
    },
    {
      what: 'the clock is off by ten minutes',
      step: 5,
      code: 'AADSTS700024',
      make({ sandbox }) {
        sandbox.control.setFaults([{ kind: 'clock skew', seconds: 600, route: '**', probability: 1, after: 0 }])
        return undefined
      },
      mend: ({ sandbox }) => sandbox.control.setFaults([]),
    },
  ]

  it.each(mistakes)('$what: $code at step $step', async ({ step, code, make, mend }) => {
    const around = await practice()
    const draft = make(around) ?? around.complete
    expect(findings(await check(around, draft))).toContainEqual({ step, code })
    mend?.(around)
    const mended = await check(around, around.complete)
    expect(mended.states[step - 1]?.condition).toBe('done')
    expect(findings(mended)).toEqual([])
  })

  it('the certificate has expired: certificate_expired at step 2', async () => {
    const around = await practice()
    expect(findings(await check(around, around.complete, -1))).toContainEqual({ step: 2, code: 'certificate_expired' })
    expect((await check(around, around.complete)).states[1]?.condition).toBe('done')
  })

  it('the organization belongs to another tenant: azure_devops_tenant_differs at step 5', async () => {
    const around = await practice()
    const elsewhere = crypto.randomUUID()
    const fetch: Sandbox['fetch'] = async (request) => {
      const response = await around.sandbox.fetch(request)
      if (!request.url.includes('connectionData') || request.headers.has('authorization')) return response
      const headers = new Headers(response.headers)
      headers.set('x-vss-resourcetenant', elsewhere)
      return new Response(await response.text(), { status: response.status, headers })
    }
    const found = findings(await check({ ...around, sandbox: { ...around.sandbox, fetch } }, around.complete))
    expect(found).toContainEqual({ step: 5, code: 'azure_devops_tenant_differs' })
  })
})
