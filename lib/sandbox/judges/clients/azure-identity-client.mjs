// A program as somebody would write it with @azure/identity: it knows of the sandbox only what its environment says
// (HTTPS_PROXY, NODE_EXTRA_CA_CERTS). It writes its token, or the message of its failure.
import { ClientCertificateCredential } from '@azure/identity'

const [tenantId, clientId, certificatePath, scope] = process.argv.slice(2)
const credential = new ClientCertificateCredential(tenantId, clientId, { certificatePath })
try {
  const { token, expiresOnTimestamp } = await credential.getToken(scope)
  process.stdout.write(JSON.stringify({ token, expiresOnTimestamp }))
} catch (error) {
  process.stdout.write(JSON.stringify({ message: String(error) }))
}
