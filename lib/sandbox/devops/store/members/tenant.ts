import 'server-only'
import type { Role } from './subject'

/** With what an app was let into the organization at the portal. */
export interface Admission {
  /** Type of its licence, by the API's names. */
  readonly accessLevel: string
  /** Whose members it was put among, in its projects or, for the administrators of all, in the organization. */
  readonly role: Role
  /** By name. */
  readonly projects: 'all' | readonly string[]
}

/** An enterprise application of the tenant that the organization is connected to. */
export interface EnterpriseApplication extends Admission {
  /** Of its service principal. The object ID of the app registration is another one. */
  readonly objectId: string
  readonly clientId: string
  readonly displayName: string
  readonly isMember: boolean
}

/** What the organization asks the tenant, and whom it lets in; the portals of the sandbox show the same. */
export interface Tenant {
  readonly id: string
  enterpriseApplications(): readonly EnterpriseApplication[]
  setMember(objectId: string, isMember: boolean): void
}
