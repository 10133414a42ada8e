import { queryOptions, useMutation, useQueryClient } from '@tanstack/react-query'
import { base64Of } from './base64'
import { fetchJson, fetchOk } from './fetch'

export interface RegisteredCertificate {
  readonly subject: string
  readonly thumbprintSha1: string
  readonly thumbprintSha256: string
  readonly notAfter: string
}

/** The group that an app's service principal is in. */
export type AppRole = 'readers' | 'contributors' | 'project administrators' | 'collection administrators'

/** By the API's names: `express` is Basic. */
export type AccessLevel = 'stakeholder' | 'express' | 'advanced'

/** What a person can change about an app registration and its place in the organization. */
interface AppChanges {
  readonly displayName: string
  readonly servicePrincipal: 'enabled' | 'disabled' | 'missing'
  readonly isPublicClient: boolean
  readonly isMember: boolean
  readonly role: AppRole
  readonly accessLevel: AccessLevel
  readonly projects: 'all' | readonly string[]
  readonly permissions: readonly string[]
  readonly hasAdminConsent: boolean
}

export interface SandboxApp extends AppChanges {
  readonly clientId: string
  readonly objectId: string
  readonly servicePrincipalObjectId: string
  readonly certificates: readonly RegisteredCertificate[]
}

/** The emulated tenant and organization. `clientId` and `appName` are those of the practice app. */
export interface SandboxState {
  readonly tenantId: string
  readonly tenantDomain: string
  readonly clientId: string
  readonly tokenUrl: string
  readonly scope: string
  readonly organization: string
  readonly projects: readonly string[]
  readonly keyVault: { readonly url: string; readonly certificate: string }
  readonly appName: string
  readonly apps: readonly SandboxApp[]
  /** Faults, limits and conditions that were set from outside, in words. */
  readonly trouble: readonly string[]
}

export const sandboxQuery = () =>
  queryOptions({
    queryKey: ['sandbox'],
    queryFn: ({ signal }) => fetchJson<SandboxState>('/api/sandbox', { signal }),
  })

/** The state is read again whatever came of the change. */
function useSandboxMutation<Input, Output>(mutationFn: (input: Input) => Promise<Output>) {
  const client = useQueryClient()
  return useMutation({ mutationFn, onSettled: () => client.invalidateQueries(sandboxQuery()) })
}

const pathOf = (clientId: string) => `/api/sandbox/apps/${clientId}`

/** Gives the state with the new app in it. */
export const useRegisterApp = () =>
  useSandboxMutation((displayName: string) =>
    fetchJson<SandboxState>('/api/sandbox/apps', { method: 'POST', body: { displayName } }),
  )

export const useEndTrouble = () => useSandboxMutation(() => fetchOk('/api/sandbox/trouble', { method: 'DELETE' }))

export const useChangeApp = (clientId: string) =>
  useSandboxMutation((changes: Partial<AppChanges>) => fetchOk(pathOf(clientId), { method: 'PUT', body: changes }))

export const useDeleteApp = (clientId: string) =>
  useSandboxMutation(() => fetchOk(pathOf(clientId), { method: 'DELETE' }))

/** Takes the way to a public certificate file, so that a failed read is the mutation's failure too. */
export const useRegisterCertificate = (clientId: string) =>
  useSandboxMutation(async (read: () => Promise<Blob>) =>
    fetchOk(`${pathOf(clientId)}/certificates`, { method: 'POST', body: { file: await base64Of(await read()) } }),
  )

export const useUnregisterCertificate = (clientId: string) =>
  useSandboxMutation((thumbprintSha1: string) =>
    fetchOk(`${pathOf(clientId)}/certificates/${thumbprintSha1}`, { method: 'DELETE' }),
  )
