import 'server-only'

/**
 * Who sends a request to Azure DevOps. `none`: no Authorization header; `invalid`: a credential that does not verify;
 * `principal`: a service principal with a good token, whether or not it is a member of the organization.
 */
export type Caller =
  | { kind: 'none' }
  | { kind: 'invalid' }
  | { kind: 'principal'; objectId: string; displayName: string; clientId: string; isMember: boolean }
