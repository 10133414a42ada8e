import 'server-only'
import { type ChildProcess, execFile, spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'

const preload = fileURLToPath(new URL('proxy-preload.mjs', import.meta.url))
const packageName = '@azure-devops/mcp'
const version = '2.10.0'

export interface InstalledServer {
  readonly program: string
  readonly remove: () => void
}

/**
 * Installs Microsoft's server into a folder of its own, without running anything that comes with it. Its native
 * keychain is put out of action: the server loads it, but needs it only to sign in a person.
 * @returns undefined if packages cannot be had
 */
export async function installMcpServer(): Promise<InstalledServer | undefined> {
  const folder = mkdtempSync(join(tmpdir(), 'certboard-mcp-'))
  const remove = () => rmSync(folder, { recursive: true, force: true })
  writeFileSync(join(folder, 'package.json'), '{ "private": true }')
  const args = ['install', '--ignore-scripts', '--no-audit', '--no-fund', `${packageName}@${version}`]
  try {
    await promisify(execFile)('npm', args, { cwd: folder, timeout: 180_000 })
  } catch {
    remove()
    return undefined
  }
  writeFileSync(join(folder, 'node_modules/keytar/lib/keytar.js'), 'module.exports = {}\n')
  return { program: join(folder, 'node_modules', packageName, 'dist/index.js'), remove }
}

interface Reply {
  readonly id?: number
  readonly result?: { readonly content?: readonly { readonly text: string }[]; readonly isError?: boolean }
  readonly error?: { readonly message: string }
}

/** Speaks with the server by lines of JSON-RPC over its standard input and output. */
export function startMcpServer(program: string, environment: Readonly<Record<string, string | undefined>>) {
  const args = [
    '--import',
    preload,
    program,
    'contoso',
    '--authentication',
    'envvar',
    '--domains',
    'work-items',
    'core',
    'work',
    'repositories',
    'pipelines',
    'search',
    'test-plans',
  ]
  const server: ChildProcess = spawn(process.execPath, args, {
    env: { NODE_ENV: 'test', ...environment },
    stdio: ['pipe', 'pipe', 'ignore'],
  })
  const waiting = new Map<number, (reply: Reply) => void>()
  if (server.stdout) {
    createInterface({ input: server.stdout }).on('line', (line) => {
      const reply: Reply = JSON.parse(line)
      if (reply.id !== undefined) waiting.get(reply.id)?.(reply)
    })
  }
  const send = (message: object) => server.stdin?.write(`${JSON.stringify({ jsonrpc: '2.0', ...message })}\n`)

  let last = 0
  function ask(method: string, params: object): Promise<Reply> {
    last += 1
    const id = last
    return new Promise((resolve) => {
      waiting.set(id, resolve)
      send({ id, method, params })
    })
  }

  return {
    async initialize(): Promise<void> {
      const clientInfo = { name: 'certboard', version: '1' }
      await ask('initialize', { protocolVersion: '2025-03-26', capabilities: {}, clientInfo })
      send({ method: 'notifications/initialized' })
    },

    /** What a tool answers, as text. */
    async call(name: string, parameters: object): Promise<{ text: string; isError: boolean }> {
      const { result, error } = await ask('tools/call', { name, arguments: parameters })
      return {
        text: error?.message ?? result?.content?.[0]?.text ?? '',
        isError: error !== undefined || result?.isError === true,
      }
    },

    stop: () => server.kill(),
  }
}
