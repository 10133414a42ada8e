import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { SetupDraft } from '#lib/setup/schema'
import { fetchJson, fetchOk } from './fetch'

export const draftQuery = () =>
  queryOptions({
    queryKey: ['setup', 'draft'],
    queryFn: ({ signal }) => fetchJson<SetupDraft>('/api/setup/draft', { signal }),
    // The form holds the newer text; a refetch under the typing hands would lose it.
    staleTime: Number.POSITIVE_INFINITY,
  })

/** Keeps what has been typed so far in the encrypted session. */
export function useSaveDraft() {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: SetupDraft) => fetchOk('/api/setup/draft', { method: 'PUT', body }),
    onSuccess: (_, draft) => client.setQueryData(draftQuery().queryKey, draft),
  })
}
