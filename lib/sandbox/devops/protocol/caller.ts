import 'server-only'

/**
 * Who sends a request to Azure DevOps. `none`: no Authorization header; `invalid`: a credential that does not verify;
 * `out of scope`: a personal access token, of which the sandbox knows none that reaches anywhere; `principal`: a service principal with a good token, whether or not it is a member of the organization.
 */
export type Caller =
  | { kind: 'none' }
  | { kind: 'invalid' }
  | { kind: 'out of scope' }
  | { kind: 'principal'; objectId: string; displayName: string; clientId: string; isMember: boolean }
