/** What a reader prints: one line of JSON on stdout. */
export interface Reading {
  readonly items: number
  /** The first read of the process, from the WIQL query to the last field, without signing in. */
  readonly firstMilliseconds: number
  /** Reads after those in which connections are opened and code is compiled: what a running server needs. */
  readonly warmMilliseconds: readonly number[]
  /** Peak resident memory of the process. */
  readonly peakMiB: number
}

/** The fields that every reader asks for: those of the explorer's starter query and what dashboards add. */
export const fields = [
  'System.Id',
  'System.WorkItemType',
  'System.Title',
  'System.State',
  'System.AssignedTo',
  'System.ChangedDate',
  'System.IterationPath',
  'System.Tags',
]

export const wiql = 'SELECT [System.Id] FROM WorkItems ORDER BY [System.Id]'

const readsToWarmUp = 3
/** Of quick reads there are more, because one that is half a second long says less than one of four. */
const least = { reads: 3, milliseconds: 4000 }

async function timed(read: () => Promise<number>): Promise<{ items: number; milliseconds: number }> {
  const started = performance.now()
  const items = await read()
  return { items, milliseconds: performance.now() - started }
}

export async function measure(read: () => Promise<number>): Promise<void> {
  const { items, milliseconds: firstMilliseconds } = await timed(read)
  for (let reads = 1; reads < readsToWarmUp; reads += 1) await timed(read)
  const warmMilliseconds: number[] = []
  const started = performance.now()
  while (warmMilliseconds.length < least.reads || performance.now() - started < least.milliseconds) {
    warmMilliseconds.push((await timed(read)).milliseconds)
  }
  const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify({ items, firstMilliseconds, warmMilliseconds, peakMiB } satisfies Reading))
}
