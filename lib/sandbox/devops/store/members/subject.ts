import 'server-only'
import type { Project } from '../../../seed/model'

interface Named {
  /** The storage key, which other parts of Azure DevOps call the identity's ID. */
  readonly id: string
  readonly descriptor: string
  readonly displayName: string
}

export interface User extends Named {
  readonly kind: 'user'
  readonly principalName: string
  /** Object ID in the tenant. */
  readonly originId: string
}

export interface ServicePrincipal extends Named {
  readonly kind: 'servicePrincipal'
  readonly clientId: string
  /** Object ID in the tenant. */
  readonly originId: string
}

/** What a group stands for in the rules; a team and a group that somebody made have no rights of their own. */
export type Role =
  | 'collection administrators'
  | 'collection valid users'
  | 'project administrators'
  | 'build administrators'
  | 'contributors'
  | 'readers'
  | 'project valid users'
  | 'none'

export interface Group extends Named {
  readonly kind: 'group'
  readonly description: string
  readonly role: Role
  readonly sid: string
  /** None for a group of the whole organization. */
  readonly project: Project | undefined
}

/** Who can be a member of something. */
export type Subject = User | ServicePrincipal | Group

/** Who can have a licence. */
export type Member = User | ServicePrincipal
