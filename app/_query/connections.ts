import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { ShownAssertion } from '#lib/connections/elsewhere/schema'
import type { PermissionReport } from '#lib/connections/permissions/schema'
import type { ScheduleInput } from '#lib/connections/schedule/schema'
import type { CheckEvent, Connection, ConnectionInput, TokenReceipt } from '#lib/connections/schema'
import type { Project } from '#lib/work-items/schema'
import { fetchJson, fetchOk } from './fetch'
import { readNdjson } from './ndjson'

export const connectionsQuery = () =>
  queryOptions({
    queryKey: ['connections'],
    queryFn: ({ signal }) => fetchJson<Connection[]>('/api/connections', { signal }),
  })

export const connectionPath = (id: string): string => `/api/connections/${id}`

/** @param base The address of a connection, or of a setup that has got far enough */
export const projectsQuery = (base: string) =>
  queryOptions({
    queryKey: ['projects', base],
    queryFn: ({ signal }) => fetchJson<Project[]>(`${base}/projects`, { signal }),
    staleTime: 5 * 60_000,
  })

/** @param project Name or ID; the connection's default project if empty */
export const permissionsQuery = (id: string, project: string) =>
  queryOptions({
    queryKey: ['permissions', id, project],
    queryFn: ({ signal }) => {
      const query = project === '' ? '' : `?project=${encodeURIComponent(project)}`
      return fetchJson<PermissionReport>(`${connectionPath(id)}/permissions${query}`, { signal })
    },
  })

/** Saves a new connection, or the given one. */
export function useSaveConnection(id: string | undefined) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: ConnectionInput) =>
      id === undefined
        ? fetchJson<Connection>('/api/connections', { method: 'POST', body })
        : fetchJson<Connection>(connectionPath(id), { method: 'PUT', body }),
    onSuccess: () => client.invalidateQueries(connectionsQuery()),
  })
}

export function useDeleteConnection(id: string) {
  const client = useQueryClient()
  return useMutation({
    mutationFn: () => fetchOk(connectionPath(id), { method: 'DELETE' }),
    onSuccess: () => client.invalidateQueries({ ...connectionsQuery(), exact: true }),
  })
}

export const useSetSchedule = (id: string) =>
  useMutation({
    mutationFn: (body: ScheduleInput) => fetchOk(`${connectionPath(id)}/schedule`, { method: 'PUT', body }),
  })

export const useGenerateToken = (id: string) =>
  useMutation({
    mutationFn: () => fetchJson<TokenReceipt>(`${connectionPath(id)}/token`, { method: 'POST' }),
  })

/** The answer is kept no longer than it is looked at. */
export const useShowAssertion = (id: string) =>
  useMutation({
    mutationFn: () => fetchJson<ShownAssertion>(`${connectionPath(id)}/assertion`, { method: 'POST' }),
    gcTime: 0,
  })

interface TestOptions {
  readonly withWrite: boolean
  readonly signal: AbortSignal
}

/** Runs the connection test; gives each event as the server sends it. */
export async function* testConnection(id: string, { withWrite, signal }: TestOptions): AsyncGenerator<CheckEvent> {
  const path = `${connectionPath(id)}/test${withWrite ? '?write=true' : ''}`
  yield* readNdjson<CheckEvent>(await fetchOk(path, { method: 'POST', signal }))
}
