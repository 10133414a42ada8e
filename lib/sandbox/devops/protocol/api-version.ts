import 'server-only'
import {
  previewVersionNeeded,
  versionNotSpecified,
  versionOutOfRange,
  versionOutOfRangeForRoute,
  versionUnreadable,
} from './errors'
import { latestVersion, type Resource } from './resource'

const form = /^(\d+\.\d+)(-preview(?:\.(\d+))?)?$/

/** The version in the query, else the one in the Accept header. */
function askedFor(request: Request, url: URL): string | undefined {
  const inAccept = /api-version=([^;,\s]+)/i.exec(request.headers.get('accept') ?? '')?.[1]
  return url.searchParams.get('api-version') ?? inAccept
}

function numberOf(version: string): number {
  const [major = 0, minor = 0] = version.split('.').map(Number)
  return major * 1000 + minor
}

const previewOf = (version: string, { resourceVersion }: Resource): string => `${version}-preview.${resourceVersion}`

/** What a reader gets who asks for no version in particular. */
function unasked(request: Request, resource: Resource): string {
  if (request.method !== 'GET') throw versionNotSpecified(request.method)
  return resource.releasedVersion === '0.0' ? previewOf(resource.maxVersion, resource) : resource.releasedVersion
}

/** The version that the answer names; it has to lie in the resource's range, and above what is released be a preview. */
export function negotiateVersion(request: Request, url: URL, resource: Resource): string {
  const asked = askedFor(request, url)
  if (asked === undefined) return unasked(request, resource)
  const [, version, preview] = form.exec(asked) ?? []
  if (version === undefined) throw versionUnreadable(asked)
  const wanted = numberOf(version)
  if (wanted > numberOf(latestVersion)) throw versionOutOfRange(version, latestVersion)
  if (wanted > numberOf(resource.maxVersion) || wanted < numberOf(resource.minVersion)) {
    throw versionOutOfRangeForRoute(version, resource.routeTemplate)
  }
  if (preview === undefined && wanted > numberOf(resource.releasedVersion)) throw previewVersionNeeded(version)
  return preview === '-preview' ? previewOf(version, resource) : asked
}
