import { setTimeout } from 'node:timers/promises'
import { checkConnection } from '#lib/connections/check'
import type { ConnectionLink } from '#lib/connections/link'
import { connectionInput } from '#lib/connections/schema'
import { createEndpoints } from '#lib/platform/azure-devops/endpoints'
import { createPacing } from '#lib/platform/azure-devops/pacing'
import { createSignedExchange } from '#lib/platform/azure-devops/signed-exchange'
import { createTransport } from '#lib/platform/azure-devops/transport'
import { discoverTenant } from '#lib/platform/entra/discovery'
import { createTokenSource } from '#lib/platform/entra/token-source'
import type { Fetch } from '#lib/platform/http/fetch'
import { createSandbox } from '#lib/sandbox/index'
import type { Benchmark } from './benchmark'
import { benchCertificate } from './certificate'

const latencyMilliseconds = 50
const day = 24 * 60 * 60 * 1000
const member = { id: crypto.randomUUID(), workspaceId: crypto.randomUUID(), role: 'editor' } as const

/** A healthy connection, never used before, that asks by way of the given fetch. */
function linkTo(
  input: unknown,
  { signer, certificatePem }: Awaited<ReturnType<typeof benchCertificate>>,
  fetch: Fetch,
) {
  const settings = connectionInput.parse(input)
  const tokenSource = createTokenSource({ ...settings, signer, fetch })
  const way = { tokenSource, fetch, pacing: createPacing() }
  const send = createTransport({ ...settings, ...way, retryPolicy: settings })
  const notAfter = new Date(Date.now() + 100 * day).toISOString()
  const dates = { notBefore: new Date(Date.now() - day).toISOString(), notAfter }
  const link: ConnectionLink = {
    settings,
    certificate: { ...signer, certificatePem, certificate: { subject: 'CN=bench', keySize: 3072, ...dates } },
    tokenSource,
    endpoints: createEndpoints(send),
    exchange: createSignedExchange(way),
    discoverTenant: (signal) => discoverTenant({ tokenUrl: settings.tokenUrl, fetch, signal }),
  }
  return link
}

async function verdictOf(link: ConnectionLink): Promise<string> {
  let verdict = ''
  for await (const event of checkConnection(link, member, async () => undefined)) {
    if (event.type === 'finished') verdict = event.verdict
  }
  return verdict
}

/**
 * How long a test of a healthy connection takes where every answer is 50 ms away, against the same requests one after
 * another, and against its longest chain of requests that have to wait for each other. The sandbox has been asked all
 * of it once before, so that it is not the sandbox's first time that is measured.
 */
export async function connectionTest(): Promise<Benchmark> {
  const certificate = await benchCertificate()
  const sandbox = await createSandbox({ items: 1000 })
  sandbox.control.uploadCertificate(certificate.certificatePem)
  const { tokenUrl, clientId, scope, organization } = sandbox.info
  const input = { name: 'Bench', certificateId: crypto.randomUUID(), tokenUrl, clientId, scope, organization }
  await verdictOf(linkTo(input, certificate, sandbox.fetch))
  let requests = 0
  let answering = 0
  const link = linkTo(input, certificate, async (request) => {
    requests += 1
    const asked = performance.now()
    await setTimeout(latencyMilliseconds)
    const answer = await sandbox.fetch(request)
    answering += performance.now() - asked
    return answer
  })
  const started = performance.now()
  const verdict = await verdictOf(link)
  const milliseconds = Math.round(performance.now() - started)
  return {
    name: 'connection-test',
    goal: 'requests ≈ 12, roundTrips ≈ 6',
    verdict,
    requests,
    latencyMilliseconds,
    milliseconds,
    roundTrips: Number((milliseconds / latencyMilliseconds).toFixed(1)),
    oneAfterAnotherMilliseconds: Math.round(answering),
    ratio: Number((answering / milliseconds).toFixed(2)),
  }
}
