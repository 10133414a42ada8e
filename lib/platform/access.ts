import 'server-only'
import { AppError } from './errors'

export const roles = ['viewer', 'editor', 'owner'] as const
export type Role = (typeof roles)[number]

/** The signed-in person on whose behalf a verb runs. Every verb of `lib/` takes one first and asks `requireRole`. */
export interface Member {
  readonly id: string
  readonly workspaceId: string
  readonly role: Role
}

/**
 * Lets the member pass if the role is the one asked for or a higher one.
 * @throws role_insufficient
 */
export function requireRole(member: Member, role: Role): void {
  if (roles.indexOf(member.role) < roles.indexOf(role)) {
    throw new AppError('role_insufficient', { detail: `This needs the role ${role}; yours is ${member.role}.` })
  }
}
