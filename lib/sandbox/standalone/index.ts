import 'server-only'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { controlPath, createControlApi } from '../control/api'
import { createSandbox, type Sandbox } from '../index'
import { registerAutomation } from './automation'
import { makeClientCertificate, makeServerCertificate } from './certificates'
import type { StandaloneOptions } from './options'
import { createProxy } from './proxy'
import { createTlsServer } from './server'

/** The line that says the sandbox is ready, and all that a client needs. */
interface Ready {
  readonly ready: true
  readonly proxy: string
  /** The control API, and the token that it asks for as `Authorization: Bearer`. */
  readonly control: { readonly url: string; readonly token: string }
  readonly caFile: string
  readonly tenantId: string
  readonly clientId: string
  /** Private key and certificate, PEM, registered on the app. */
  readonly certificateFile: string
  readonly thumbprintSha1: string
  readonly thumbprintSha256: string
  /** An app that may do what an administrator does, in the tenant and in the organization; its file is like the other. */
  readonly automation: { readonly clientId: string; readonly certificateFile: string }
  readonly tokenUrl: string
  readonly scope: string
  readonly organizationUrl: string
  readonly projects: readonly string[]
  readonly keyVault: Sandbox['info']['keyVault']
  readonly managedIdentity: Sandbox['info']['managedIdentity']
}

interface Standalone {
  readonly ready: Ready
  /** The tenant and the organization themselves, to change them while clients are connected. */
  readonly sandbox: Sandbox
  /** Ends all connections and removes the files. */
  readonly stop: () => Promise<void>
}

/** @throws Error with one sentence for the person, if the port is taken or not allowed */
async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, '127.0.0.1')
  try {
    await once(server, 'listening')
  } catch (cause) {
    throw new Error(`The sandbox cannot listen on port ${port}. Choose another one with --port.`, { cause })
  }
  return (server.address() as AddressInfo).port // the other forms are those of pipes and closed servers
}

/** Gives a function that closes the server at once, tunnels included, which its own methods do not know. */
function closer(server: Server): () => Promise<void> {
  const sockets = new Set<Socket>()
  server.on('connection', (socket) => {
    sockets.add(socket)
    socket.once('close', () => sockets.delete(socket))
  })
  return async () => {
    for (const socket of sockets) socket.destroy()
    if (server.listening) await new Promise((resolve) => server.close(resolve))
  }
}

function writeFiles(files: Readonly<Record<string, string>>): string {
  const folder = mkdtempSync(join(tmpdir(), 'certboard-sandbox-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text, { mode: 0o600 })
  return folder
}

/**
 * Starts the sandbox alone: a proxy that leads Microsoft's host names to it over real TLS, so that clients which know
 * nothing of it work with `HTTPS_PROXY` and `NODE_EXTRA_CA_CERTS`.
 * @param write receives the lines for stderr
 * @throws Error with one sentence for the person, if the port is taken
 */
export async function startStandalone(options: StandaloneOptions, write: (line: string) => void): Promise<Standalone> {
  const { port, items, revisions, seed, latency, limits = 'off', log } = options
  const now = new Date()
  const [sandbox, { authority, server }, client, automation] = await Promise.all([
    createSandbox({ items, revisions, seed }),
    makeServerCertificate(now),
    makeClientCertificate(now),
    makeClientCertificate(now),
  ])
  sandbox.control.setLimits(limits)
  const { thumbprintSha1, thumbprintSha256 } = sandbox.control.uploadCertificate(client.certificate)
  const automationId = registerAutomation(sandbox.control, automation.certificate)

  const report = (error: unknown) => write(error instanceof Error ? (error.stack ?? error.message) : String(error))
  const tlsServer = createTlsServer({
    fetch: sandbox.fetch,
    certificate: server,
    latency,
    log: log ? write : undefined,
    report,
  })
  const controlToken = randomBytes(32).toString('base64url')
  const proxy = createProxy({
    tlsServer,
    control: createControlApi(sandbox.control, controlToken),
    machine: sandbox.fetch,
  })
  const close = closer(proxy)
  const proxyPort = await listen(proxy, port)

  const folder = writeFiles({
    'ca.pem': authority,
    'client.pem': client.key + client.certificate,
    'automation.pem': automation.key + automation.certificate,
  })
  const { tenantId, clientId, tokenUrl, scope, organizationUrl, projects, keyVault, managedIdentity } = sandbox.info
  return {
    sandbox,
    ready: {
      ready: true,
      proxy: `http://127.0.0.1:${proxyPort}`,
      control: { url: `http://127.0.0.1:${proxyPort}${controlPath}`, token: controlToken },
      caFile: join(folder, 'ca.pem'),
      tenantId,
      clientId,
      certificateFile: join(folder, 'client.pem'),
      thumbprintSha1,
      thumbprintSha256,
      automation: { clientId: automationId, certificateFile: join(folder, 'automation.pem') },
      tokenUrl,
      scope,
      organizationUrl,
      projects,
      keyVault,
      managedIdentity,
    },
    async stop() {
      rmSync(folder, { recursive: true, force: true })
      await close()
    },
  }
}
