import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { ConnectionLink } from './link'

/** Every project that the app may see, by name. */
export async function listProjects(link: ConnectionLink, member: Member, signal?: AbortSignal) {
  requireRole(member, 'viewer')
  const projects = await link.endpoints.getProjects({ signal })
  return projects.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name))
}
