import 'server-only'
import { AsyncLocalStorage } from 'node:async_hooks'
import { type Evidence, isAppError } from '#lib/platform/errors/index'
import type { Answer } from './answer'
import { quote } from './redact'
import type { ExchangeRecord } from './schema'

type Watcher = (exchange: ExchangeRecord) => void

/**
 * Next loads a module several times in one process, and a connection that one copy has opened serves all routes; so the
 * storage is the process's and not the module's.
 */
const storageKey = Symbol.for('certboard.exchange-watch')
const ofProcess: typeof globalThis & { [storageKey]?: AsyncLocalStorage<Watcher> } = globalThis
ofProcess[storageKey] ??= new AsyncLocalStorage<Watcher>()
const watchers = ofProcess[storageKey]

/** Tells of each exchange that `act` causes, as it ends. One that others had begun before is not told. */
export const watchExchanges = <Result>(watcher: Watcher, act: () => Promise<Result>): Promise<Result> =>
  watchers.run(watcher, act)

const telling = [
  'date',
  'content-type',
  'location',
  'www-authenticate',
  'retry-after',
  'x-ratelimit-resource',
  'x-ratelimit-limit',
  'x-ratelimit-remaining',
  'x-ratelimit-reset',
  'x-ratelimit-delay',
  'x-vss-resourcetenant',
  'x-vss-e2eid',
  'activityid',
  'x-tfs-processid',
  'x-ms-request-id',
  'x-ms-ests-server',
]

const headersOf = (headers: Headers): Evidence[] =>
  telling.flatMap((label) => {
    const value = headers.get(label)
    return value ? [{ label, value: quote(value) }] : []
  })

interface WatchedExchange {
  answered(answer: Answer): void
  failed(failure: unknown): void
}

/** The system's code where there is one: it says more than the title of the finding beside it. */
function reasonIn(failure: unknown): string {
  if (!isAppError(failure)) return 'given up'
  return failure.evidence.find(({ label }) => label === 'Reason')?.value ?? failure.code
}

/** Nothing where nobody watches. */
export async function watchedExchange(request: Request): Promise<WatchedExchange | undefined> {
  const watcher = watchers.getStore()
  if (!watcher) return undefined
  const { method, url } = request
  const sent = quote(await request.clone().text())
  const started = performance.now()
  const at = new Date().toISOString()
  const tell = (outcome: Pick<ExchangeRecord, 'status' | 'headers' | 'body' | 'failure'>) => {
    const durationMs = Math.round(performance.now() - started)
    watcher({ method, url, ...(sent && { sent }), ...outcome, at, durationMs })
  }
  return {
    answered: ({ status, headers, text }) => tell({ status, headers: headersOf(headers), body: quote(text) }),
    failed: (failure) => tell({ headers: [], failure: reasonIn(failure) }),
  }
}
