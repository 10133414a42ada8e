import 'server-only'
import { execFile } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { startStandalone } from '../../standalone'
import { makeClientCertificate } from '../../standalone/certificates'

type Standalone = Awaited<ReturnType<typeof startStandalone>>

/** The sandbox behind its proxy, with real TLS, for clients that we did not write. */
export async function startForClients() {
  const reports: string[] = []
  const options = { port: 0, items: 300, seed: 1, latency: 0, log: false }
  const standalone = await startStandalone(options, (line) => reports.push(line))
  const { key, certificate } = await makeClientCertificate(new Date())
  const strangeCertificateFile = join(dirname(standalone.ready.caFile), 'strange.pem')
  writeFileSync(strangeCertificateFile, key + certificate, { mode: 0o600 })
  return {
    ...standalone,
    /** What went wrong inside the sandbox itself. */
    reports,
    /** A certificate and its key that nobody has uploaded. */
    strangeCertificateFile,
  }
}

/** The environment of a program that is to reach the sandbox instead of Microsoft, and knows nothing of it. */
export const clientEnvironment = ({ proxy, caFile }: Standalone['ready']) => ({
  PATH: process.env.PATH,
  HOME: dirname(caFile),
  NODE_ENV: 'test' as const,
  HTTPS_PROXY: proxy,
  NODE_EXTRA_CA_CERTS: caFile,
})

/** The same for what people type: what Python's programs and curl trust, and the values that they would fill in. */
export const terminalEnvironment = (ready: Standalone['ready']) => ({
  ...clientEnvironment(ready),
  REQUESTS_CA_BUNDLE: ready.caFile,
  CURL_CA_BUNDLE: ready.caFile,
  TENANT_ID: ready.tenantId,
  TOKEN_URL: ready.tokenUrl,
  ADMIN_ID: ready.automation.clientId,
  ADMIN_FILE: ready.automation.certificateFile,
  ORGANIZATION: new URL(ready.organizationUrl).pathname.slice(1),
})

const program = fileURLToPath(new URL('azure-identity-client.mjs', import.meta.url))

/** What @azure/identity gets with a certificate file: a token, or the message of its failure. */
export async function askAzureIdentity(
  { ready }: Pick<Standalone, 'ready'>,
  certificateFile: string,
): Promise<{ token?: string; message?: string }> {
  const args = [program, ready.tenantId, ready.clientId, certificateFile, ready.scope]
  const { stdout } = await promisify(execFile)(process.execPath, args, { env: clientEnvironment(ready) })
  return JSON.parse(stdout)
}

/** A token for the organization, from the registered certificate. */
export async function tokenFor(standalone: Pick<Standalone, 'ready'>): Promise<string> {
  const { token, message } = await askAzureIdentity(standalone, standalone.ready.certificateFile)
  if (token === undefined) throw new Error(message)
  return token
}
