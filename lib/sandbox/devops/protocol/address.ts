import 'server-only'
import { argumentRefused } from './errors'
import { legacyHostOf, parseHost, type Service } from './hosts'

/** What an address names: `/{organization}[/{project}[/{team}]]/_apis/{path}`, each part decoded. */
export interface Address {
  /** Undefined where the sandbox is reached under another name than Microsoft's; there it is all services at once. */
  readonly service: Service | undefined
  readonly organization: string
  readonly project: string | undefined
  readonly team: string | undefined
  /** The parts behind `_apis`, or from `_odata` on; undefined for a page that is not of the API. */
  readonly path: readonly string[] | undefined
  /** The organization on one of its services, spelled as the caller spells it, without a slash at its end. */
  readonly urlOn: (service: Service) => string
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw argumentRefused(`The address is not encoded correctly: ${part}`)
  }
}

/** How many parts stand before the API's path: none, the project, or the project and its team. */
const deepest = 2

/** What stands behind the organization. */
function placeOf(parts: readonly string[]): Pick<Address, 'project' | 'team' | 'path'> {
  const root = parts.findIndex((part) => /^_(?:apis|odata)$/i.test(part))
  if (root === -1 || root > deepest) return { project: undefined, team: undefined, path: undefined }
  const [project, team] = parts.slice(0, root)
  const path = parts.slice(parts[root]?.toLowerCase() === '_apis' ? root + 1 : root)
  return { project, team, path }
}

/** The legacy host names the organization itself; on all others it is the first part of the path. */
export function parseAddress(url: URL): Address {
  const parts = url.pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decode)
  const host = parseHost(url.hostname)
  const legacy = host?.organization
  const organization = legacy ?? parts.shift() ?? ''
  return {
    service: host?.service,
    organization,
    ...placeOf(parts),
    urlOn(service) {
      if (legacy !== undefined) return `https://${legacyHostOf(legacy, service)}`
      return host ? `https://${service}/${organization}` : `${url.origin}/${organization}`
    },
  }
}
