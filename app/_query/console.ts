import { queryOptions, useMutation } from '@tanstack/react-query'
import type { ConsoleAnswer, ConsoleRequestInput, Writes } from '#lib/connections/console/schema'
import type { ResourceLocation } from '#lib/platform/addresses/api-version'
import type { ServiceHost } from '#lib/platform/addresses/service-hosts'
import { connectionPath } from './connections'
import { fetchJson } from './fetch'

/** What the API of a service has; it does not change while somebody looks. */
export const locationsQuery = (id: string, host: ServiceHost) =>
  queryOptions({
    queryKey: ['locations', id, host],
    queryFn: ({ signal }) =>
      fetchJson<ResourceLocation[]>(`${connectionPath(id)}/console/locations?host=${host}`, { signal }),
    staleTime: Number.POSITIVE_INFINITY,
    retry: false,
    // Paused while there is no network, it would hold up the request that waits for it.
    networkMode: 'always',
  })

export const sendRequest = (id: string, body: ConsoleRequestInput, signal: AbortSignal) =>
  fetchJson<ConsoleAnswer>(`${connectionPath(id)}/console`, { method: 'POST', body, signal })

export const useSetWrites = (id: string) =>
  useMutation({
    mutationFn: (allowed: boolean) =>
      fetchJson<Writes>(`${connectionPath(id)}/console/writes`, { method: 'PUT', body: { allowed } }),
  })
