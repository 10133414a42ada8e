import { z } from 'zod'

export const permissionsInput = z.object({
  /** Name or ID; the default project, or the first that is seen, unless given. */
  project: z.string().trim().min(1).max(64).optional(),
})

/** Something that Certboard does, and what that rests on. */
export interface Need {
  readonly id: string
  /** What a person gets by it. */
  readonly feature: string
  /** As Azure DevOps' permission pages call it. */
  readonly permission: string
  /** The smallest of the groups that come with a project and have it. */
  readonly group: 'Readers' | 'Contributors'
}

export interface Right extends Need {
  readonly isAllowed: boolean
}

/** An area, a folder of queries or a repository. */
export interface Place {
  readonly name: string
  readonly mayRead: boolean
  readonly mayWrite: boolean
}

/** Places of one kind; what could not be asked is not known. */
export interface Places {
  readonly shown: readonly Place[]
  /** Of which the first are shown. */
  readonly total: number
}

/** What an app sees and may change in an organization, as Azure DevOps itself answers for it. */
export interface PermissionReport {
  readonly identity: string
  /** Undefined where Azure DevOps keeps it to administrators. */
  readonly accessLevel?: string | undefined
  /** Names of the groups it is directly in; undefined where it may not ask. */
  readonly groups?: readonly string[] | undefined
  /** By name. */
  readonly projects: readonly { readonly id: string; readonly name: string }[]
  /** In one project; undefined where no project is seen. */
  readonly inProject?: ProjectPermissions | undefined
}

export interface ProjectPermissions {
  readonly id: string
  readonly name: string
  readonly rights: readonly Right[]
  readonly areas?: Places | undefined
  readonly queryFolders?: Places | undefined
  readonly repositories?: Places | undefined
}
