import { createEndpoints } from '#lib/platform/azure-devops/endpoints'
import { createPacing } from '#lib/platform/azure-devops/pacing'
import { retryPolicy } from '#lib/platform/azure-devops/schema'
import { createSignedExchange } from '#lib/platform/azure-devops/signed-exchange'
import { createTransport } from '#lib/platform/azure-devops/transport'
import { createTokenSource } from '#lib/platform/entra/token-source'
import type { Fetch } from '#lib/platform/http/fetch'
import { createSandbox } from '#lib/sandbox/index'
import { createTestCertificate } from './signer'

/** Our client, signed in to a sandbox of its own; `through` may put a fault between the two. */
export async function sandboxEndpoints({ items = 200, through = (fetch: Fetch): Fetch => fetch } = {}) {
  const sandbox = await createSandbox({ items })
  const { signer, certificatePem } = await createTestCertificate()
  sandbox.control.uploadCertificate(certificatePem)
  const { tokenUrl, clientId, scope, organization } = sandbox.info
  const tokenSource = createTokenSource({ tokenUrl, clientId, scope, signer, fetch: sandbox.fetch })
  const way = { tokenSource, fetch: through(sandbox.fetch), pacing: createPacing() }
  const send = createTransport({ organization, apiVersion: '7.1', retryPolicy: retryPolicy.parse({}), ...way })
  return { endpoints: createEndpoints(send), exchange: createSignedExchange(way), organization, sandbox }
}
