import { createTokenSource } from '#lib/platform/entra/token-source'
import { createSandbox } from '#lib/sandbox/index'
import type { Benchmark } from './benchmark'
import { benchCertificate } from './certificate'
import { fields } from './reading'

const usualItems = 1_000_000
const revisions = 8
const batchSize = 200
const batchesToWarmUp = 50
const batchesMeasured = 200

async function signedIn(items: number) {
  const { signer, certificatePem } = await benchCertificate()
  const started = performance.now()
  const sandbox = await createSandbox({ items, revisions })
  const startMilliseconds = Math.round(performance.now() - started)
  sandbox.control.uploadCertificate(certificatePem)
  const { tokenUrl, clientId, scope, organizationUrl } = sandbox.info
  const { value } = await createTokenSource({ tokenUrl, clientId, scope, signer, fetch: sandbox.fetch }).token()
  const url = `${organizationUrl}/_apis/wit/workitemsbatch?api-version=7.1`
  const headers = { authorization: `Bearer ${value}`, 'content-type': 'application/json' }
  const post = (body: unknown) =>
    sandbox.fetch(new Request(url, { method: 'POST', headers, body: JSON.stringify(body) }))
  return { post, startMilliseconds }
}

const median = (values: readonly number[]): number =>
  values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN

/**
 * How long the sandbox needs for a batch of items that nobody has read before, without network: it should never be what
 * another benchmark measures. `--items=N` says how many items there are.
 */
export async function sandboxBatch(): Promise<Benchmark> {
  const given = process.argv.find((argument) => argument.startsWith('--items='))?.slice('--items='.length)
  const items = Number(given ?? usualItems)
  const { post, startMilliseconds } = await signedIn(items)
  const batches = batchesToWarmUp + batchesMeasured

  /** Spread over all items, each batch other ones. */
  const idsOf = (batch: number) =>
    Array.from({ length: batchSize }, (_, at) => 1 + (((at * batches + batch) * 7919) % items))

  async function measure(what: object): Promise<number> {
    const milliseconds: number[] = []
    for (let batch = 0; batch < batches; batch += 1) {
      const started = performance.now()
      const response = await post({ ids: idsOf(batch), ...what })
      await response.arrayBuffer()
      if (!response.ok) throw new Error(`The sandbox answered ${response.status}.`)
      milliseconds.push(performance.now() - started)
    }
    return Number(median(milliseconds.slice(batchesToWarmUp)).toFixed(2))
  }

  return {
    name: 'sandbox-batch',
    goal: '< 5 ms',
    items,
    revisions,
    startMilliseconds,
    residentMiB: Math.round(process.memoryUsage().rss / 2 ** 20),
    usualFieldsMilliseconds: await measure({ fields }),
    allFieldsMilliseconds: await measure({ $expand: 'all' }),
  }
}
