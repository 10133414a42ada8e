import { createTokenSource } from '#lib/platform/entra/token-source'
import { createSandbox } from '#lib/sandbox/index'
import type { Benchmark } from './benchmark'
import { benchCertificate } from './certificate'

const demands = 1000

/** A page that opens with a thousand questions must ask Entra ID for one token. */
export async function tokenSingleFlight(): Promise<Benchmark> {
  const { signer, certificatePem } = await benchCertificate()
  const sandbox = await createSandbox({ items: 1 })
  sandbox.control.uploadCertificate(certificatePem)
  let tokenRequests = 0
  const { tokenUrl, clientId, scope } = sandbox.info
  const source = createTokenSource({
    tokenUrl,
    clientId,
    scope,
    signer,
    fetch: (request) => {
      tokenRequests += 1
      return sandbox.fetch(request)
    },
  })
  const started = performance.now()
  const tokens = await Promise.all(Array.from({ length: demands }, () => source.token()))
  return {
    name: 'token-single-flight',
    goal: 'tokenRequests = 1',
    demands,
    tokensGiven: tokens.length,
    differentTokens: new Set(tokens.map((token) => token.value)).size,
    tokenRequests,
    milliseconds: Math.round(performance.now() - started),
  }
}
