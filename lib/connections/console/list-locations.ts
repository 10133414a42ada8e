import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { ResourceLocation } from '#lib/platform/addresses/api-version'
import type { ServiceHost } from '#lib/platform/addresses/service-hosts'
import type { ConnectionLink } from '../link'

/** Rows without an area are those of the service itself, such as `_apis/projects`. */
const filledIn = (template: string, area: string, resource: string): string =>
  template.replaceAll(/\{area\}/gi, area).replaceAll(/\{resource\}/gi, resource)

/**
 * What the API of a service has, as the service tells it, by path.
 * @throws role_insufficient, and what Entra ID and Azure DevOps refuse
 */
export async function listLocations(
  { endpoints }: Pick<ConnectionLink, 'endpoints'>,
  member: Member,
  host: ServiceHost,
  signal?: AbortSignal,
): Promise<ResourceLocation[]> {
  requireRole(member, 'editor')
  const rows = await endpoints.getResourceLocations({ host, signal })
  const locations = rows.map(({ area, resourceName: resource, routeTemplate, ...versions }) => ({
    area: area ?? '',
    resource,
    template: filledIn(routeTemplate, area ?? '', resource),
    resourceVersion: versions.resourceVersion,
    min: versions.minVersion,
    max: versions.maxVersion,
    released: versions.releasedVersion,
  }))
  return locations.sort((a, b) => a.template.localeCompare(b.template))
}
