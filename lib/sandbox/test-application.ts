import 'server-only'
import { createPrivateKey, X509Certificate } from 'node:crypto'
import { SignJWT } from 'jose'
import type { Sandbox } from './index'
import { makeClientCertificate } from './standalone/certificates'

/** An application with a certificate of its own, for tests; it signs in as any client would. */
export async function createTestApplication() {
  const { certificate, key } = await makeClientCertificate(new Date())
  const privateKey = createPrivateKey(key)
  const { fingerprint256 } = new X509Certificate(certificate)
  const thumbprint = Buffer.from(fingerprint256.replaceAll(':', ''), 'hex').toString('base64url')

  /** As the practice app, for Azure DevOps, unless told otherwise. */
  async function requestToken(
    { fetch, info }: Sandbox,
    { scope = info.scope, clientId = info.clientId }: { scope?: string; clientId?: string } = {},
  ): Promise<Response> {
    const { tokenUrl } = info
    const assertion = await new SignJWT({ iss: clientId, sub: clientId, aud: tokenUrl })
      .setProtectedHeader({ alg: 'PS256', 'x5t#S256': thumbprint })
      .setExpirationTime('5m')
      .sign(privateKey)
    const body = new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      scope,
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: assertion,
    })
    return await fetch(new Request(tokenUrl, { method: 'POST', body }))
  }
  return { certificate, requestToken }
}
