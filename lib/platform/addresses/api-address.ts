import { AppError, type ErrorCode } from '#lib/platform/errors/index'
import { isServiceHost, type ServiceHost } from './service-hosts'

/** Where a request of the REST API goes: a checked address below the organization of the connection. */
export interface ApiAddress {
  readonly url: URL
  readonly host: ServiceHost
  /** Project and team, as far as they are named; decoded. */
  readonly scope: readonly string[]
  /** The parts of the path from `_apis` or `_odata` on, decoded. */
  readonly resource: readonly string[]
}

interface Typed {
  /** An address, or a path that follows the organization. */
  readonly path: string
  /** Where a path is asked. */
  readonly host: ServiceHost
}

interface Place {
  readonly organization: string
  readonly defaultProject?: string | undefined
}

function refuse(code: ErrorCode, detail: string): never {
  throw new AppError(code, { detail, field: 'path' })
}

const invalid = (detail: string): never => refuse('console_address_invalid', detail)

/** The names that Microsoft's documentation writes into its addresses, where the connection knows what to put there. */
function filledIn(path: string, { organization, defaultProject }: Place): string {
  const named = path.replaceAll(/\{organization\}/gi, organization)
  return defaultProject ? named.replaceAll(/\{project\}/gi, encodeURIComponent(defaultProject)) : named
}

const control = /\p{Cc}/u

/** What comes along when an address is copied: its method, invisible characters, and the scheme that is left out. */
function withoutAccessories(text: string): string {
  const bare = text.replaceAll(/^[\s\p{Cf}]+|[\s\p{Cf}]+$/gu, '').replace(/^(?:GET|POST|PATCH|PUT|DELETE)\s+/, '')
  return isServiceHost(bare.split('/')[0] ?? '') ? `https://${bare}` : bare
}

function requireReadable(path: string): void {
  if (control.test(path)) invalid('It holds a line break or another control character.')
  if (path.includes('\\')) invalid('It holds a backslash. In an area path of a query string, write it as %5C.')
  if (path.includes('#')) invalid('It holds a #, after which nothing would be sent. As a character, write it as %23.')
  const [resource = '', query = ''] = path.split('?')
  const placeholder = (/\{\*?\w+\}/.exec(resource) ?? /(?<==)\{\$?\w+\}(?=&|$)/.exec(query))?.[0]
  if (placeholder) invalid(`${placeholder} has to be filled in.`)
}

const legacyHost = /^([a-z0-9][a-z0-9-]*)\.((?:[a-z]+\.)?)visualstudio\.com$/

/** The legacy spelling names the organization in the host, and sometimes its one collection in the path. */
function inPresentSpelling(url: URL): URL {
  const [, organization, service] = legacyHost.exec(url.hostname) ?? []
  if (organization === undefined) return url
  const path = url.pathname.replace(/^\/DefaultCollection(?=\/)/i, '')
  return new URL(`https://${service}dev.azure.com/${organization}${path}${url.search}`)
}

function parsed(address: string): URL {
  if (!URL.canParse(address)) invalid('It is no address that could be sent.')
  return new URL(address)
}

function plain(url: URL): URL {
  if (url.username !== '' || url.password !== '') invalid('It holds a user name or a password.')
  if (url.protocol !== 'https:' || url.port !== '') refuse('console_host_refused', 'Only https on port 443 is asked.')
  return url
}

/** A path cannot leave its host: whatever it begins with stands behind a host and an organization that are ours. */
function urlOf({ path, host }: Typed, { organization }: Place): URL {
  if (/^[a-z][a-z0-9+.-]*:\/\//i.test(path)) return inPresentSpelling(plain(parsed(path)))
  return parsed(`https://${host}/${organization}/${path.replace(/^\/+/, '')}`)
}

function hostOf({ hostname }: URL): ServiceHost {
  return isServiceHost(hostname) ? hostname : refuse('console_host_refused', `${hostname} is none of them.`)
}

/** A separator inside a part; or something still encoded, of which a server that decodes twice makes what it likes. */
const hidesSomething = /[/\\\p{Cc}]|%[0-9a-f]{2}/iu

function unescaped(part: string): string {
  try {
    return decodeURIComponent(part)
  } catch {
    return invalid(`“${part}” is not encoded correctly.`)
  }
}

function decoded(part: string): string {
  const text = unescaped(part)
  return hidesSomething.test(text) ? invalid(`“${part}” hides a separator, or is encoded twice.`) : text
}

/** Areas whose answers are credentials of their own, which would outlive the certificate and its audit. */
const credentialAreas = new Set([
  'delegatedauth',
  'oauth2',
  'signedintoken',
  'signouttoken',
  'token',
  'tokenadmin',
  'tokenadministration',
  'tokenissue',
  'tokens',
  'webplatformauth',
])

/** @param resource From `_apis` on; some resources are also there under `public` */
export const asksForCredentials = (resource: readonly string[]): boolean =>
  credentialAreas.has(resource.find((part, place) => place > 0 && part.toLowerCase() !== 'public')?.toLowerCase() ?? '')

/** The organization in our own spelling: letters of other alphabets can be equal without regard to case. */
function below(organization: string, url: URL): URL {
  return new URL(url.pathname.replace(/^\/[^/]*/, `/${organization}`) + url.search, url)
}

/**
 * Reads what a person typed: a path such as `Fabrikam/_apis/wit/fields`, or a whole address, also as the documentation
 * prints it (`{organization}`) or in its legacy spelling. The address that it gives is the one to send: below the
 * organization, on one of `serviceHosts`, whatever was typed.
 * @throws console_address_invalid, console_host_refused, console_other_organization, console_credentials_refused
 */
export function apiAddressOf(typed: Typed, place: Place): ApiAddress {
  const path = filledIn(withoutAccessories(typed.path), place)
  requireReadable(path)
  const url = urlOf({ ...typed, path }, place)
  const host = hostOf(url)
  const [organization = '', ...parts] = url.pathname.replace(/\/$/, '').split('/').slice(1).map(decoded)
  if (organization.toLowerCase() !== place.organization.toLowerCase()) {
    refuse('console_other_organization', `It names “${organization}”; this connection reads ${place.organization}.`)
  }
  if (parts.includes('')) invalid('It has two slashes in a row.')
  const start = parts.findIndex((part) => /^_(?:apis|odata)$/i.test(part))
  if (start === -1) invalid('A path of the REST API has _apis in it, one of Analytics _odata.')
  if (start > 2) invalid('Before _apis stand at most a project and a team.')
  const resource = parts.slice(start)
  if (asksForCredentials(resource)) {
    refuse('console_credentials_refused', `What is under ${resource.slice(0, 2).join('/')} answers with tokens.`)
  }
  return { url: below(place.organization, url), host, scope: parts.slice(0, start), resource }
}

/** POSTs that only read: questions too long for an address. */
const questions = [
  /^_apis\/wit\/(?:wiql|workitemsbatch|queriesbatch|artifacturiquery|reporting\/workitemrevisions)(?:\/|$)/i,
  /^_apis\/security\/permissionevaluationbatch$/i,
  /^_apis\/graph\/(?:subjectquery|subjectlookup)$/i,
  /^_apis\/git\/repositories\/[^/]+\/(?:commitsbatch|itemsbatch|pullrequestquery)$/i,
  /^_apis\/search\/\w+results$/i,
]

/** Whether a request may change something in Azure DevOps. */
export function isWrite(method: string, { resource }: Pick<ApiAddress, 'resource'>): boolean {
  if (method === 'GET') return false
  return method !== 'POST' || !questions.some((question) => question.test(resource.join('/')))
}

/** Whether the address names its version itself: by parameter, or in the path as OData does. Names know no case. */
export const namesVersion = ({ url, resource }: ApiAddress): boolean =>
  resource[0]?.toLowerCase() === '_odata' || [...url.searchParams.keys()].some((name) => /^api-version$/i.test(name))
