import 'server-only'
import { argumentRefused } from './errors'

/** What an address names: `/{organization}[/{project}[/{team}]]/_apis/{path}`, each part decoded. */
export interface Address {
  readonly organization: string
  readonly project: string | undefined
  readonly team: string | undefined
  /** The parts behind `_apis`; undefined for a page that is not of the API. */
  readonly path: readonly string[] | undefined
  /** Under which the caller reached the organization, without a slash at its end. */
  readonly baseUrl: string
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    throw argumentRefused(`The address is not encoded correctly: ${part}`)
  }
}

const legacyHost = /^([a-z0-9][a-z0-9-]*)\.visualstudio\.com$/i

/** The legacy host names the organization itself; on all others it is the first part of the path. */
export function parseAddress(url: URL): Address {
  const parts = url.pathname
    .split('/')
    .filter((part) => part !== '')
    .map(decode)
  const legacy = legacyHost.exec(url.hostname)?.[1]
  const organization = legacy ?? parts.shift() ?? ''
  const apis = parts.findIndex((part) => part.toLowerCase() === '_apis')
  const [project, team] = apis === -1 ? [] : parts.slice(0, apis)
  return {
    organization,
    project,
    team,
    path: apis === -1 || apis > 2 ? undefined : parts.slice(apis + 1),
    baseUrl: legacy ? url.origin : `${url.origin}/${organization}`,
  }
}
