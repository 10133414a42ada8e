import type { ConsoleMethod, ConsoleRequestInput, ContentType } from '#lib/connections/console/schema'
import { type ApiAddress, apiAddressOf } from '#lib/platform/addresses/api-address'
import { type ChosenVersion, locationOf, type ResourceLocation, versionFor } from '#lib/platform/addresses/api-version'
import type { ServiceHost } from '#lib/platform/addresses/service-hosts'
import { isAppError } from '#lib/platform/errors/index'

/** A request as it is typed. */
export interface Draft {
  readonly method: ConsoleMethod
  readonly host: ServiceHost
  readonly path: string
  readonly body: string
  readonly contentType: ContentType
}

/** Of the connection: where a path leads, and in which version it is asked. */
export interface Place {
  readonly organization: string
  readonly apiVersion: string
  readonly defaultProject?: string | undefined
}

interface ReadAddress {
  readonly address?: ApiAddress
  /** Why there is none. */
  readonly refusal?: string
}

/** The server reads it again; here it is read so that people learn at once what is wrong. */
export function readAddress({ path, host }: Draft, place: Place): ReadAddress {
  try {
    return { address: apiAddressOf({ path, host }, place) }
  } catch (error) {
    if (isAppError(error)) return { refusal: error.detail ?? error.code }
    throw error
  }
}

export interface AskedVersion extends Partial<ChosenVersion> {
  /** The path of the resource, as the service tells it. */
  readonly template?: string
}

/** A path that names its version keeps it, and OData has its own. */
export function askedVersion(address: ApiAddress, locations: readonly ResourceLocation[], place: Place): AskedVersion {
  if (address.url.searchParams.has('api-version') || address.resource[0]?.toLowerCase() === '_odata') return {}
  const location = locationOf(address, locations)
  if (!location) return { version: place.apiVersion }
  return { ...versionFor(location, place.apiVersion), template: location.template }
}

/** The same request, for the page after the one that came with this token. */
export function nextPage(path: string, continuationToken: string): string {
  const [resource = '', query = ''] = path.split('?')
  const parameters = query.split('&').filter((one) => one !== '' && !/^continuationToken=/i.test(one))
  return `${resource}?${[...parameters, `continuationToken=${encodeURIComponent(continuationToken)}`].join('&')}`
}

export function bodyOf({ method, body, contentType }: Draft): Pick<ConsoleRequestInput, 'body' | 'contentType'> {
  return method === 'GET' || body.trim() === '' ? {} : { body, contentType }
}
