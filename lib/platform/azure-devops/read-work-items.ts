import 'server-only'
import { setMaxListeners } from 'node:events'
import type { WorkItemInBatch } from './answers'
import type { Endpoints } from './endpoints'

/** Azure DevOps reads no more at once (VS403474). */
const batchSize = 200

interface ReadOptions {
  /** ISO 8601; the items as they were then. */
  readonly asOf?: string | undefined
  readonly signal?: AbortSignal | undefined
}

function batchesOf(ids: readonly number[]): number[][] {
  const count = Math.ceil(ids.length / batchSize)
  return Array.from({ length: count }, (_, index) => ids.slice(index * batchSize, (index + 1) * batchSize))
}

/** As many batches at once as the pacing gate lets through. The first that fails stops the rest. */
async function readBatches(
  endpoints: Pick<Endpoints, 'getWorkItemsBatch'>,
  ids: readonly number[],
  fields: readonly string[],
  { asOf, signal }: ReadOptions,
): Promise<WorkItemInBatch[][]> {
  const stop = new AbortController()
  // One listener per batch is meant, and Node warns from the eleventh on.
  setMaxListeners(0, stop.signal)
  const onAbort = () => stop.abort(signal?.reason)
  signal?.throwIfAborted()
  signal?.addEventListener('abort', onAbort, { once: true })
  try {
    const batches = batchesOf(ids)
    return await Promise.all(
      batches.map((batch) => endpoints.getWorkItemsBatch({ ids: batch, fields, asOf, signal: stop.signal })),
    )
  } catch (failure) {
    stop.abort(failure)
    throw failure
  } finally {
    signal?.removeEventListener('abort', onAbort)
  }
}

/**
 * Reads any number of work items in parallel batches and gives them in the order of the IDs. An item that is gone or
 * may not be read is left out, so a caller that must know compares the IDs; an ID given twice is there twice.
 * @param fields reference names
 * @throws what `getWorkItemsBatch` throws, as soon as one batch fails
 */
export async function readWorkItems(
  endpoints: Pick<Endpoints, 'getWorkItemsBatch'>,
  ids: readonly number[],
  fields: readonly string[],
  options: ReadOptions = {},
): Promise<WorkItemInBatch[]> {
  const batches = await readBatches(endpoints, [...new Set(ids)], fields, options)
  const found = new Map<number, WorkItemInBatch>()
  for (const batch of batches) for (const item of batch) found.set(item.id, item)
  return ids.flatMap((id) => found.get(id) ?? [])
}
