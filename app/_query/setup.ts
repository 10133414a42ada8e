import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ConnectionInput } from '#lib/connections/schema'
import { fetchJson, fetchOk } from './fetch'

export type Draft = Partial<ConnectionInput>

export const draftQuery = () =>
  queryOptions({
    queryKey: ['setup', 'draft'],
    queryFn: ({ signal }) => fetchJson<Draft>('/api/setup/draft', { signal }),
    // The form holds the newer text; a refetch under the typing hands would lose it.
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Keeps what has been typed so far in the encrypted session. */
export function useSaveDraft() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Draft) => fetchOk('/api/setup/draft', { method: 'PUT', body }),
    onSuccess: (_, draft) => client.setQueryData(draftQuery().queryKey, draft),
  })
}
