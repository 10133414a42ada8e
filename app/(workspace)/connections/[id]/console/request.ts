import type { ConsoleMethod, ConsoleRequestInput, ContentType } from '#lib/connections/console/schema'
import { type ApiAddress, apiAddressOf, namesVersion } from '#lib/platform/addresses/api-address'
import { type ChosenVersion, locationOf, type ResourceLocation, versionFor } from '#lib/platform/addresses/api-version'
import type { ServiceHost } from '#lib/platform/addresses/service-hosts'
import { type AppError, describe, isAppError } from '#lib/platform/errors/index'

/** A request as it is typed. */
export interface Draft {
  readonly method: ConsoleMethod
  readonly host: ServiceHost
  readonly path: string
  readonly body: string
  readonly contentType: ContentType
}

export const isSame = (one: Draft, other: Draft): boolean =>
  one.method === other.method &&
  one.host === other.host &&
  one.path === other.path &&
  one.body === other.body &&
  one.contentType === other.contentType

/** Some POSTs only ask, so everybody has them. */
export const readingMethods: readonly ConsoleMethod[] = ['GET', 'POST']

/** What becomes of a draft where writing is off. Its own method comes back with the right to use it. */
export const onlyReading = (draft: Draft): Draft =>
  readingMethods.includes(draft.method) ? draft : { ...draft, method: 'GET' }

/** Of the connection: where a path leads, and in which version it is asked. */
export interface Place {
  readonly organization: string
  readonly apiVersion: string
  readonly defaultProject?: string | undefined
}

interface ReadAddress {
  readonly address?: ApiAddress
  /** Why there is none. */
  readonly refusal?: AppError
}

/** The server reads it again; here it is read so that people learn at once what is wrong. */
export function readAddress({ path, host }: Draft, place: Place): ReadAddress {
  try {
    return { address: apiAddressOf({ path, host }, place) }
  } catch (error) {
    if (isAppError(error)) return { refusal: error }
    throw error
  }
}

const sentence = (text: string): string => (/[.!?]$/.test(text) ? text : `${text}.`)

/** What is wrong with a path and what to do about it, as it stands at the field. */
export function refusalText({ path }: Draft, { code, detail = '' }: AppError): string {
  if (path.trim() === '') return 'Enter a path, for example _apis/projects'
  const { title, remedy } = describe(code)
  return [title, detail, remedy]
    .filter((part) => part !== '')
    .map(sentence)
    .join(' ')
}

/** Whether a text of an answer is an address that may be asked as it stands. */
export const isAskable = (text: string, draft: Draft, place: Place): boolean =>
  /^https:\/\//i.test(text) && readAddress({ ...draft, path: text }, place).address !== undefined

export interface AskedVersion extends Partial<ChosenVersion> {
  /** The path of the resource, as the service tells it. */
  readonly template?: string
}

/** A path that names its version keeps it, and OData has its own. */
export function askedVersion(address: ApiAddress, locations: readonly ResourceLocation[], place: Place): AskedVersion {
  if (namesVersion(address)) return {}
  const location = locationOf(address, locations)
  if (!location) return { version: place.apiVersion }
  return { ...versionFor(location, place.apiVersion), template: location.template }
}

/** The same request, for the page after the one that came with this token. */
export function nextPage(path: string, continuationToken: string): string {
  const start = path.indexOf('?')
  const [resource, query] = start === -1 ? [path, ''] : [path.slice(0, start), path.slice(start + 1)]
  const parameters = query.split('&').filter((one) => one !== '' && !/^continuationToken=/i.test(one))
  return `${resource}?${[...parameters, `continuationToken=${encodeURIComponent(continuationToken)}`].join('&')}`
}

export function bodyOf({ method, body, contentType }: Draft): Pick<ConsoleRequestInput, 'body' | 'contentType'> {
  return method === 'GET' || body.trim() === '' ? {} : { body, contentType }
}
