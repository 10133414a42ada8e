/** What a reader prints: one line of JSON on stdout. */
export interface Reading {
  readonly items: number
  /** From the WIQL query to the last field, without signing in. */
  readonly milliseconds: number
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

export async function measure(read: () => Promise<number>): Promise<void> {
  const started = performance.now()
  const items = await read()
  const milliseconds = performance.now() - started
  const peakMiB = Math.round(process.resourceUsage().maxRSS / 1024)
  console.log(JSON.stringify({ items, milliseconds, peakMiB } satisfies Reading))
}
