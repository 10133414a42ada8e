import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import type { Signing, Trial } from '#lib/connections/rotation/schema'
import type { Connection } from '#lib/connections/schema'
import { connectionPath, connectionsQuery } from './connections'
import { fetchJson } from './fetch'

export const connectionQuery = (id: string) =>
  queryOptions({
    queryKey: ['connections', id],
    queryFn: ({ signal }) => fetchJson<Connection>(connectionPath(id), { signal }),
  })

type Method = 'POST' | 'PUT' | 'DELETE'

/** A step of the rotation: answers with the connection as it is after it. */
function useStep<Body = void>(id: string, method: Method, path = '') {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (body: Body) => fetchJson<Connection>(`${connectionPath(id)}/rotation${path}`, { method, body }),
    onSuccess: async (connection) => {
      client.setQueryData(connectionQuery(id).queryKey, connection)
      await client.invalidateQueries({ ...connectionsQuery(), exact: true })
    },
  })
}

export const usePrepareRotation = (id: string) => useStep<{ readonly certificateId: string }>(id, 'PUT')
export const useCancelRotation = (id: string) => useStep(id, 'DELETE')
export const useSwitchCertificate = (id: string) => useStep<{ readonly graceDays: number }>(id, 'POST', '/switch')
export const useSwitchBack = (id: string) => useStep(id, 'DELETE', '/switch')
export const useRetirePrevious = (id: string) => useStep(id, 'DELETE', '/previous')

/** Signs in with each of the certificates by itself. */
export const useTrials = (id: string) =>
  useMutation({
    mutationFn: (signings: readonly Signing[]) =>
      fetchJson<Trial[]>(`${connectionPath(id)}/rotation/trials`, { method: 'POST', body: { signings } }),
  })
