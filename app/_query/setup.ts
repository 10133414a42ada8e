import { queryOptions, useMutation } from '@tanstack/react-query'
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
