import 'server-only'
import { createNotebook, type FilledCall, readBody } from '../example-call'
import { compareBodies, compareHeaders } from './compare'
import type { Pair } from './pair'
import { findRecording, type Recording } from './recording'

export interface Replayed {
  readonly pair: Pair
  readonly verdict: 'prepared' | 'same' | 'different' | 'not emulated' | 'not reached' | 'no recording'
  readonly findings: readonly string[]
}

/** The organization at the recorded host, in the recorded spelling. */
function addressOf({ request }: Recording, { address }: FilledCall): string {
  const { hostname } = new URL(request.url)
  return hostname.endsWith('.visualstudio.com')
    ? `https://contoso.visualstudio.com/${address}`
    : `https://${hostname}/contoso/${address}`
}

function requestOf(recording: Recording, filled: FilledCall): Request {
  const { method, body } = filled
  const headers = new Headers({ ...recording.request.headers, ...filled.headers })
  return new Request(addressOf(recording, filled), { method, headers, ...(body === undefined ? {} : { body }) })
}

function compare(recording: Recording, response: Response, body: unknown): string[] {
  const { response: recorded } = recording
  if (response.status !== recorded.status) return [`status ${response.status}, recorded ${recorded.status}`]
  const isEmpty = body === undefined && recorded.body === null
  return [...compareHeaders(response.headers, recording), ...(isEmpty ? [] : compareBodies(body, recorded.body))]
}

type Fetch = (request: Request, caller: Pair['caller']) => Promise<Response>

/** Asks the sandbox what was asked when a pair was recorded, one pair after the other. */
export function createReplay(fetch: Fetch) {
  const notebook = createNotebook()

  async function send(pair: Pair, request: Request) {
    const response = await fetch(request, pair.caller)
    const body = await readBody(response)
    notebook.keep(pair, body)
    return { response, body }
  }

  async function prepare(pair: Pair): Promise<Replayed> {
    const filled = notebook.fill(pair)
    if (!filled) return { pair, verdict: 'not reached', findings: [] }
    const { address, body, ...rest } = filled
    const url = `https://dev.azure.com/contoso/${address}`
    await send(pair, new Request(url, { ...rest, ...(body === undefined ? {} : { body }) }))
    return { pair, verdict: 'prepared', findings: [] }
  }

  return async (pair: Pair): Promise<Replayed> => {
    if (pair.recorded === '') return await prepare(pair)
    const recording = findRecording(pair.recorded)
    if (!recording) return { pair, verdict: 'no recording', findings: [] }
    const filled = notebook.fill(pair)
    if (!filled) return { pair, verdict: 'not reached', findings: [] }
    if (filled.method !== recording.request.method) throw new Error(`${pair.recorded} is no ${filled.method}`)
    const { response, body } = await send(pair, requestOf(recording, filled))
    if (response.status === 501) return { pair, verdict: 'not emulated', findings: [] }
    const findings = compare(recording, response, body)
    return { pair, verdict: findings.length === 0 ? 'same' : 'different', findings }
  }
}
