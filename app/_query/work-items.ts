import { keepPreviousData, queryOptions } from '@tanstack/react-query'
import type { ReadBatchInput, SearchInput, SearchResult, WorkItemBatch, WorkItemDetail } from '#lib/work-items/schema'
import { fetchJson } from './fetch'

/** A result stays as it was asked for; Run asks again. */
const untilAskedAgain = { staleTime: Number.POSITIVE_INFINITY, retry: false }

export const searchQuery = (body: SearchInput) =>
  queryOptions({
    queryKey: ['work-items', 'search', body],
    queryFn: ({ signal }) => fetchJson<SearchResult>('/api/work-items/search', { method: 'POST', body, signal }),
    ...untilAskedAgain,
  })

export const batchQuery = (body: ReadBatchInput) =>
  queryOptions({
    queryKey: ['work-items', 'batch', body],
    queryFn: ({ signal }) => fetchJson<WorkItemBatch>('/api/work-items/batch', { method: 'POST', body, signal }),
    ...untilAskedAgain,
  })

export const workItemQuery = (connectionId: string, id: number) =>
  queryOptions({
    queryKey: ['work-items', 'detail', connectionId, id],
    queryFn: ({ signal }) =>
      fetchJson<WorkItemDetail>(`/api/work-items/${id}?connectionId=${connectionId}`, { signal }),
    placeholderData: keepPreviousData,
  })
