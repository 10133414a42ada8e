import { execFile, spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { promisify } from 'node:util'
import type { Benchmark } from './benchmark'
import type { Reading } from './reading'

const execFileAsync = promisify(execFile)
const items = 20_000
const latency = 30
const rounds = 2
const tsx = ['--import', 'tsx', '--conditions=react-server']

async function startSandbox() {
  const options = ['--items', String(items), '--latency', String(latency)]
  const child = spawn(process.execPath, [...tsx, 'bin/sandbox.ts', ...options], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  for await (const line of createInterface({ input: child.stdout })) {
    return { child, ready: JSON.parse(line) as { proxy: string; caFile: string } }
  }
  throw new Error('The sandbox ended before it was ready.')
}

/** Each reader is a process of its own, so that its peak memory is its own. */
async function read(reader: string, ready: { proxy: string; caFile: string }): Promise<Reading> {
  const { stdout } = await execFileAsync(
    process.execPath,
    [...tsx, `e2e/bench/readers/${reader}.ts`, JSON.stringify(ready)],
    { env: { ...process.env, HTTPS_PROXY: ready.proxy, NODE_EXTRA_CA_CERTS: ready.caFile } },
  )
  return JSON.parse(stdout)
}

const median = (values: number[]) => values.sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

type Readings = Record<'ours' | 'peer' | 'bound', Reading[]>

async function readInTurns(ready: { proxy: string; caFile: string }): Promise<Readings> {
  const readings: Readings = { ours: [], peer: [], bound: [] }
  for (let round = 0; round < rounds; round += 1) {
    for (const reader of ['ours', 'bound', 'peer'] as const) readings[reader].push(await read(reader, ready))
  }
  return readings
}

/** The median of each reader in milliseconds, and the two ratios that are the goal. */
function compare({ ours, peer, bound }: Readings, timesOf: (reading: Reading) => readonly number[]) {
  const medianOf = (readings: Reading[]) => median(readings.flatMap(timesOf))
  const [our, their, least] = [medianOf(ours), medianOf(peer), medianOf(bound)]
  return {
    ourMilliseconds: Math.round(our),
    peerMilliseconds: Math.round(their),
    boundMilliseconds: Math.round(least),
    ratio: Number((their / our).toFixed(2)),
    limitRatio: Number((our / least).toFixed(2)),
  }
}

/**
 * 20,000 work items: one WIQL query, then their fields. Ours in parallel through the pacing gate; the peer,
 * azure-devops-node-api, in sequential batches as its samples do; the bound is the same requests at the same
 * parallelism, read off the wire and neither parsed nor checked. The goal is about processes that are warm, as a server
 * is; what each of them needs for its very first read stands under `cold`.
 */
export async function read20k(): Promise<Benchmark> {
  const { child, ready } = await startSandbox()
  try {
    const readings = await readInTurns(ready)
    return {
      name: 'read-20k',
      goal: 'ratio ≥ 8, limitRatio ≤ 1.3',
      items: Math.min(...[...readings.ours, ...readings.peer].map((reading) => reading.items)),
      ...compare(readings, (reading) => reading.warmMilliseconds),
      cold: compare(readings, (reading) => [reading.firstMilliseconds]),
      ourPeakMiB: Math.max(...readings.ours.map((reading) => reading.peakMiB)),
      peerPeakMiB: Math.max(...readings.peer.map((reading) => reading.peakMiB)),
    }
  } finally {
    child.kill('SIGTERM')
  }
}
