import type { Member } from '#lib/platform/access'
import { createEndpoints } from '#lib/platform/azure-devops/endpoints'
import { createPacing } from '#lib/platform/azure-devops/pacing'
import { createTransport } from '#lib/platform/azure-devops/transport'
import { discoverTenant } from '#lib/platform/entra/discovery'
import { createTokenSource } from '#lib/platform/entra/token-source'
import type { Fetch } from '#lib/platform/http/fetch'
import { faultSchema } from '#lib/sandbox/faults/fault'
import { createSandbox } from '#lib/sandbox/index'
import { checkConnection } from '../check'
import { readDraftSettings } from '../draft-settings'
import type { DraftLink } from '../link'
import { type CheckEvent, type CheckResult, checkIds, connectionInput } from '../schema'
import type { FaultCase, Golden, Mishap, Place } from './fault-case'
import { makeKeyPairs, validFor } from './key-pairs'

const editor: Member = { id: crypto.randomUUID(), workspaceId: crypto.randomUUID(), role: 'editor' }

/** Nobody is kept waiting: what is retried is retried at once. */
const noSleep = async () => undefined

/** What asks us to slow down is obeyed by a clock of its own. */
function unhurriedPacing() {
  let milliseconds = 0
  const sleep = async (wait: number) => {
    milliseconds += wait
  }
  return createPacing({ now: () => milliseconds, sleep })
}

const small = { items: 20 }

/** Made once; each case begins where the one before has been cleared away. */
export async function makePlace(): Promise<Place> {
  return { sandbox: await createSandbox(small), ...(await makeKeyPairs()) }
}

/** As after a good setup, and then what goes wrong. */
async function prepare(place: Place, { entra, before, faults = [] }: Mishap): Promise<Place> {
  const its = entra ? { ...place, sandbox: await createSandbox({ ...small, entra }) } : place
  const { control } = its.sandbox
  control.reset()
  control.uploadCertificate(its.ours.certificatePem)
  before?.(its)
  control.setFaults(faults.map((fault) => faultSchema.parse(fault)))
  return its
}

function settingsOf(place: Place, { settings }: Mishap) {
  const { tokenUrl, clientId, scope, organization } = place.sandbox.info
  const right = { name: 'Test', certificateId: crypto.randomUUID(), tokenUrl, clientId, scope, organization }
  return readDraftSettings({ ...right, ...settings?.(place) })
}

function certificateOf(place: Place, { certificate }: Mishap, fetch: Fetch) {
  const { signer, certificatePem } = place.ours
  return { ...signer, certificatePem, certificate: validFor(-30, 300), ...certificate?.(place, fetch) }
}

/** What can be made of the settings, as for a connection. */
function linkOf(place: Place, mishap: Mishap, fetch: Fetch): DraftLink {
  const { settings, invalid } = settingsOf(place, mishap)
  const certificate = certificateOf(place, mishap, fetch)
  const atOnce = { sleep: noSleep, timeoutMs: mishap.timeoutMs ?? 10_000 }
  const whole = connectionInput.safeParse({
    ...settings,
    retryStatusCodeList: settings.retryStatusCodeList?.join(),
  }).data
  if (!whole) return { settings, invalid, certificate }
  const tokenSource = createTokenSource({ ...whole, signer: certificate, fetch, ...atOnce })
  const send = createTransport({
    ...whole,
    tokenSource,
    fetch,
    retryPolicy: whole,
    pacing: unhurriedPacing(),
    ...atOnce,
  })
  return {
    settings: whole,
    invalid,
    certificate,
    tokenSource,
    endpoints: createEndpoints(send),
    discoverTenant: (signal) => discoverTenant({ tokenUrl: whole.tokenUrl, fetch, signal, ...atOnce }),
  }
}

export interface Run {
  readonly events: readonly CheckEvent[]
  readonly results: readonly CheckResult[]
}

/** Brings a fault about and tests the connection. `watch` sees all that goes over the wire. */
export async function runCase(
  { mishap }: Pick<FaultCase, 'mishap'>,
  place: Place,
  watch = (fetch: Fetch) => fetch,
): Promise<Run> {
  const its = await prepare(place, mishap)
  const fetch = mishap.through?.(its.sandbox.fetch, its) ?? its.sandbox.fetch
  const events: CheckEvent[] = []
  const options = { withWrite: mishap.withWrite === true }
  for await (const event of checkConnection(
    linkOf(its, mishap, watch(fetch)),
    editor,
    async () => undefined,
    options,
  )) {
    events.push(event)
  }
  return { events, results: events.flatMap((event) => (event.type === 'checked' ? [event] : [])) }
}

/** The finding to mend first: the worst verdict, and of those the first in the order in which checks are shown. */
export function firstFinding({ results }: Run) {
  const inOrder = checkIds.flatMap((id) => results.find((result) => result.id === id && result.finding) ?? [])
  return (['failed', 'warned', 'limited'] as const).flatMap((verdict) =>
    inOrder.filter((result) => result.verdict === verdict),
  )[0]
}

/** What a run found, in the form in which it is expected. */
export function foundBy(run: Run): Golden | undefined {
  const first = firstFinding(run)
  if (!first?.finding) return undefined
  const { code, owner, step, field } = first.finding
  return { check: first.id, code: code as Golden['code'], owner, ...(step && { step }), ...(field && { field }) }
}
