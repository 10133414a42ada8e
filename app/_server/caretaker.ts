import 'server-only'
import type { Member, Role } from '#lib/platform/access'

/** On whose behalf Certboard does by itself what a member of that role may do in the workspace. */
export const caretakerOf = (workspaceId: string, role: Role): Member => ({
  id: '00000000-0000-0000-0000-000000000000',
  workspaceId,
  role,
})
