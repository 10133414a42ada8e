import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import { type DraftLink, present } from './link'

/**
 * Every project that the app may see, by name.
 * @throws role_insufficient, setting_missing, and what Entra ID and Azure DevOps refuse
 */
export async function listProjects(link: DraftLink, member: Member, signal?: AbortSignal) {
  requireRole(member, 'viewer')
  const projects = await present(link.endpoints, link, 'organization').getProjects({ signal })
  return projects.map(({ id, name }) => ({ id, name })).sort((a, b) => a.name.localeCompare(b.name))
}
