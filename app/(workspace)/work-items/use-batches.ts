import { type UseQueryResult, useQueries } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import {
  batchSize,
  type SearchInput,
  type SearchResult,
  type WorkItemBatch,
  type WorkItemRow,
} from '#lib/work-items/schema'
import { batchQuery } from '#query/work-items'
import { batchesIn } from './batch-span'

/** Milliseconds without a change after which the window is at rest. */
const pause = 120

/** Follows a value at once when it changes now and then, and only at its rest when it changes in a rush. */
function useSettled(value: string): string {
  const [settled, setSettled] = useState(value)
  const lastChange = useRef(0)
  useEffect(() => {
    const wait = performance.now() - lastChange.current < pause ? pause : 0
    lastChange.current = performance.now()
    const timer = setTimeout(() => setSettled(value), wait)
    return () => clearTimeout(timer)
  }, [value])
  return settled
}

interface Loaded {
  readonly rows: ReadonlyMap<number, WorkItemRow>
  /** Deleted since the query ran, or not readable. */
  readonly missing: ReadonlySet<number>
  readonly error: unknown
  readonly retry: () => void
}

const join = (results: readonly UseQueryResult<WorkItemBatch>[]): Loaded => ({
  rows: new Map(results.flatMap(({ data }) => data?.rows ?? []).map((row) => [row.id, row])),
  missing: new Set(results.flatMap(({ data }) => data?.missing ?? [])),
  error: results.find(({ error }) => error)?.error,
  retry: () => {
    for (const result of results) if (result.isError) result.refetch()
  },
})

/** Loads the batches around the visible rows; batches seen before come from the cache. */
export function useBatches({ connectionId }: SearchInput, { ids, columns, asOf }: SearchResult, span: string): Loaded {
  const settled = useSettled(span)
  const fields = columns.map(({ referenceName }) => referenceName)
  return useQueries({
    queries: batchesIn(settled).map((batch) =>
      batchQuery({ connectionId, ids: ids.slice(batch * batchSize, (batch + 1) * batchSize), fields, asOf }),
    ),
    combine: join,
  })
}
