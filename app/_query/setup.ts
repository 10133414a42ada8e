import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { HandOff, HandOffInput, NewHandOff } from '#lib/setup/hand-offs/schema'
import type { SetupDraft, SetupProgress } from '#lib/setup/schema'
import { fetchJson, fetchOk } from './fetch'
import { readNdjson } from './ndjson'

/** The draft of the form that asks for nothing but the settings; it needs no steps, so lists of setups leave it out. */
export const settingsDraft = 'settings'

/** The address of a setup's routes. */
export const setupPath = (id: string): string => `/api/setup/drafts/${id}`

export const draftQuery = (id: string) =>
  queryOptions({
    queryKey: ['setup', id],
    queryFn: ({ signal }) => fetchJson<SetupDraft>(setupPath(id), { signal }),
    // The form holds the newer text: it is read once, whenever the form is opened, and never under the typing hands.
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
  })

/** Begins a setup and gives its ID. */
export const useStartSetup = () =>
  useMutation({
    mutationFn: (body: SetupDraft) => fetchJson<{ readonly id: string }>('/api/setup/drafts', { method: 'POST', body }),
  })

export const useRemoveSetup = () =>
  useMutation({ mutationFn: (id: string) => fetchOk(setupPath(id), { method: 'DELETE' }) })

/** To which tenant an organization is connected. */
export const organizationQuery = (name: string, isSandbox: boolean) =>
  queryOptions({
    queryKey: ['setup', 'organization', name, isSandbox],
    queryFn: ({ signal }) => {
      const query = new URLSearchParams({ name, sandbox: String(isSandbox) })
      return fetchJson<{ readonly tenantId?: string }>(`/api/setup/organization?${query}`, { signal })
    },
    staleTime: 60_000,
    retry: false,
  })

/**
 * Looks at what there is of a setup; gives what is known of its steps as the server learns it.
 * @param base The address of the setup, or of what was handed on of it
 */
export async function* checkSetup(base: string, signal: AbortSignal): AsyncGenerator<SetupProgress> {
  yield* readNdjson<SetupProgress>(await fetchOk(`${base}/check`, { method: 'POST', signal }))
}

const handOffPath = (id: string): string => `/api/setup/hand-offs/${id}`

/** How a hand-off stands; asked for again and again, so that the helper's work is seen while it is done. */
export const handOffQuery = (id: string) =>
  queryOptions({
    queryKey: ['setup', 'hand-offs', id],
    queryFn: ({ signal }) => fetchJson<HandOff>(handOffPath(id), { signal }),
    refetchInterval: 3000,
    retry: false,
  })

export const useCreateHandOff = (setupId: string) =>
  useMutation({
    mutationFn: (body: HandOffInput) =>
      fetchJson<NewHandOff>(`${setupPath(setupId)}/hand-offs`, { method: 'POST', body }),
  })

export function useRevokeHandOff(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => fetchOk(handOffPath(id), { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries(handOffQuery(id)),
  })
}

/** Opens a link by its secret; gives the ID under which its page is found from then on. */
export const useEnterHandOff = () =>
  useMutation({
    mutationFn: (secret: string) =>
      fetchJson<{ readonly id: string }>('/api/hand-offs', { method: 'POST', body: { secret } }),
  })
