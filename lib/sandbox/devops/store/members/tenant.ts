import 'server-only'
import type { Role } from './subject'

/** An enterprise application of the tenant that the organization is connected to. */
export interface EnterpriseApplication {
  /** Of its service principal. The object ID of the app registration is another one. */
  readonly objectId: string
  readonly clientId: string
  readonly displayName: string
  readonly isMember: boolean
  /** Whose members it was put among at the portal, in each project or in the organization; `contributors` unless given. */
  readonly role?: Role
}

/** What the organization asks the tenant, and whom it lets in; the portals of the sandbox show the same. */
export interface Tenant {
  readonly id: string
  enterpriseApplications(): readonly EnterpriseApplication[]
  setMember(objectId: string, isMember: boolean): void
}
