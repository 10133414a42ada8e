import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { base64Of } from './base64'
import { fetchJson, fetchOk } from './fetch'

interface RegisteredCertificate {
  readonly subject: string
  readonly thumbprintSha1: string
  readonly thumbprintSha256: string
  readonly notAfter: string
}

/** The emulated app registration and its place in the emulated organization. */
export interface SandboxState {
  readonly tenantId: string
  readonly clientId: string
  readonly tokenUrl: string
  readonly scope: string
  readonly organization: string
  readonly appName: string
  readonly isMember: boolean
  readonly certificates: readonly RegisteredCertificate[]
}

export const sandboxQuery = () =>
  queryOptions({
    queryKey: ['sandbox'],
    queryFn: ({ signal }) => fetchJson<SandboxState>('/api/sandbox', { signal }),
  })

/** The state is read again whatever came of the change. */
function useSandboxMutation<Input>(mutationFn: (input: Input) => Promise<unknown>) {
  const client = useQueryClient()
  return useMutation({ mutationFn, onSettled: () => client.invalidateQueries(sandboxQuery()) })
}

/** Takes the way to a public certificate file, so that a failed read is the mutation's failure too. */
export const useRegisterCertificate = () =>
  useSandboxMutation(async (read: () => Promise<Blob>) =>
    fetchOk('/api/sandbox/certificates', { method: 'POST', body: { file: await base64Of(await read()) } }),
  )

export const useUnregisterCertificate = () =>
  useSandboxMutation((thumbprintSha1: string) =>
    fetchOk(`/api/sandbox/certificates/${thumbprintSha1}`, { method: 'DELETE' }),
  )

export const useSetMembership = () =>
  useSandboxMutation((isMember: boolean) => fetchOk('/api/sandbox/membership', { method: 'PUT', body: { isMember } }))
