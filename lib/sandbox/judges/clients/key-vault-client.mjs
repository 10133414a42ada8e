// A program as somebody would write it with Microsoft's libraries for Key Vault: it knows of the sandbox only what its
// environment says (HTTPS_PROXY, HTTP_PROXY, NODE_EXTRA_CA_CERTS). It writes what it found, or its failure.
import { createHash } from 'node:crypto'
import { ClientCertificateCredential, ManagedIdentityCredential } from '@azure/identity'
import { CertificateClient } from '@azure/keyvault-certificates'
import { CryptographyClient, KeyClient } from '@azure/keyvault-keys'

const [vaultUrl, name, caller, tenantId, clientId, certificatePath] = process.argv.slice(2)
const credential =
  caller === 'certificate'
    ? new ClientCertificateCredential(tenantId, clientId, { certificatePath })
    : new ManagedIdentityCredential(clientId ? { clientId } : {})

async function listed(pages) {
  const found = []
  for await (const one of pages) found.push(one)
  return found
}

async function signed(key, algorithm, message) {
  const digest = createHash('sha256').update(message).digest()
  const { result } = await new CryptographyClient(key, credential).sign(algorithm, digest)
  return Buffer.from(result).toString('base64url')
}

/** Nothing of the answers is left out but what JSON cannot hold. */
async function everything() {
  const certificates = new CertificateClient(vaultUrl, credential)
  const certificate = await certificates.getCertificate(name)
  const { version } = certificate.properties
  const same = await certificates.getCertificateVersion(name, version)
  const key = await new KeyClient(vaultUrl, credential).getKey(name)
  return {
    version,
    keyId: certificate.keyId,
    cer: Buffer.from(certificate.cer).toString('base64'),
    sameCer: Buffer.from(same.cer).toString('base64'),
    enabled: certificate.properties.enabled,
    expiresOn: certificate.properties.expiresOn,
    keyType: key.keyType,
    names: (await listed(certificates.listPropertiesOfCertificates())).map((one) => one.name),
    versions: (await listed(certificates.listPropertiesOfCertificateVersions(name))).map((one) => one.version),
    signatures: {
      PS256: await signed(key, 'PS256', 'message'),
      RS256: await signed(key, 'RS256', 'message'),
    },
  }
}

try {
  process.stdout.write(JSON.stringify(await everything()))
} catch (error) {
  const { statusCode, code, message } = error
  process.stdout.write(JSON.stringify({ failure: { statusCode, code, message } }))
}
