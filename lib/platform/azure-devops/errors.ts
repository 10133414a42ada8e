import 'server-only'
import { z } from 'zod'
import { AppError, type ErrorCode, type Evidence, isErrorCode } from '#lib/platform/errors/index'
import type { Answer } from '#lib/platform/http/answer'
import { isHtml, isRedirect, pageEvidence } from '#lib/platform/http/page'
import { quote } from '#lib/platform/http/redact'
import { retryAfterOf } from '#lib/platform/http/schema'
import type { Now } from '#lib/platform/http/time'

/** The envelope of most errors. Model binding has one of its own, with `value.Message`, and so has OData. */
const envelope = z.object({
  message: z.string().optional(),
  typeKey: z.string().optional(),
  value: z.object({ Message: z.string().optional() }).optional(),
  error: z.object({ message: z.string().optional() }).optional(),
})

const byTypeKey: Readonly<Record<string, ErrorCode>> = {
  UnauthorizedRequestException: 'TF400813',
  ProjectDoesNotExistWithNameException: 'TF200016',
  ProjectDoesNotExistException: 'VS800075',
  WorkItemUnauthorizedAccessException: 'TF401232',
  WorkItemTrackingQueryResultSizeLimitExceededException: 'VS402337',
  AccessCheckException: 'azure_devops_permission_denied',
  RequestBlockedException: 'azure_devops_throttled',
  VssVersionNotSpecifiedException: 'azure_devops_api_version_refused',
  VssInvalidPreviewVersionException: 'azure_devops_api_version_refused',
  VssVersionOutOfRangeException: 'azure_devops_api_version_refused',
}

/** Numbers that mean the same as a code of ours. All others stand in the catalog under their own name. */
const byNumber: Readonly<Record<string, ErrorCode>> = {
  TF50309: 'azure_devops_permission_denied',
  TF400733: 'azure_devops_throttled',
}

const byStatus: Readonly<Record<number, ErrorCode>> = {
  401: 'azure_devops_token_refused',
  403: 'azure_devops_permission_denied',
  404: 'azure_devops_not_found',
  407: 'proxy_sign_in_required',
  429: 'azure_devops_throttled',
}

/** What was asked, as far as it tells errors apart. */
export interface AskedOf {
  readonly organization: string
  readonly host?: string
  readonly method: string
  readonly path: string
  readonly project?: string | undefined
}

interface Said {
  readonly message: string
  readonly typeKey?: string | undefined
}

function read(text: string): Said | undefined {
  try {
    const body = envelope.parse(JSON.parse(text))
    return { message: body.message ?? body.value?.Message ?? body.error?.message ?? '', typeKey: body.typeKey }
  } catch {
    return undefined
  }
}

/** Whom Azure DevOps takes for somebody it does not know, in place of a name. */
const nobody = 'aaaaaaaa-aaaa-aaaa-aaaa-aaaaaaaaaaaa'

function namedCode(message: string, typeKey: string | undefined): ErrorCode | undefined {
  const number = /\b(?:TF|VS)\d{4,}\b/.exec(message)?.[0]
  if (number === 'TF400813' && message.includes(nobody)) return 'TF400813_anonymous'
  if (number && isErrorCode(number)) return number
  return byNumber[number ?? ''] ?? byTypeKey[typeKey ?? '']
}

const isQuery = (asked: AskedOf): boolean => /^_apis\/wit\/wiql\b/i.test(asked.path)

/** What no number says: the situation does. An organization that does not exist answers 404 without an envelope. */
function situationCode(answer: Answer, asked: AskedOf, said: Said | undefined): ErrorCode {
  if (answer.status === 400 && isQuery(asked)) return 'wiql_invalid'
  if (answer.status === 404 && asked.project === undefined && !said?.typeKey) {
    return 'azure_devops_organization_unknown'
  }
  if (isHtml(answer) && !isMicrosofts(answer) && answer.status < 500) return 'azure_devops_foreign_page'
  return byStatus[answer.status] ?? (answer.status >= 500 ? 'azure_devops_unavailable' : 'azure_devops_error')
}

/** The piece of a query that the parser names; its sentence is translated, the guillemets are not. */
function culprit(message: string): string | undefined {
  const [start, end] = [message.indexOf('«'), message.lastIndexOf('»')]
  return start === -1 || end <= start + 1 ? undefined : message.slice(start + 1, end)
}

/** What was asked and what came back, as it may be shown and copied. */
export function evidenceOf(answer: Answer, asked: AskedOf, said?: Said): Evidence[] {
  const project = asked.project === undefined ? '' : `/${asked.project}`
  const service = asked.host === undefined ? '' : `${asked.host}/`
  const facts: [label: string, value: string | null | undefined][] = [
    ['Near', said && culprit(said.message)],
    ['Request', `${asked.method} ${service}${asked.organization}${project}/${asked.path}`],
    ['HTTP status', String(answer.status)],
    ['Type', said?.typeKey],
    ['Activity ID', answer.headers.get('activityid') ?? answer.headers.get('x-vss-e2eid')],
    ['Organization’s tenant', tenantIn(answer.headers)],
    ['Answer', quote(said?.message || answer.text)],
  ]
  return [...facts.flatMap(([label, value]) => (value ? [{ label, value }] : [])), ...pageEvidence(answer)]
}

/** The tenant to which the organization is connected; said in headers, even to those who are not let in. */
export function tenantIn(headers: Headers): string | undefined {
  const named = headers.get('x-vss-resourcetenant')
  const authority = /authorization_uri=https:\/\/[^/,\s]+\/([0-9a-f-]{36})/i.exec(headers.get('www-authenticate') ?? '')
  return (named ?? authority?.[1])?.toLowerCase()
}

/**
 * Turns every answer of Azure DevOps that is an error into one of the catalog: by TF or VS number, then by `typeKey`,
 * then by status. Never by prose, which Azure DevOps translates.
 */
export function azureDevOpsError(answer: Answer, asked: AskedOf, now: Now): AppError {
  const said = read(answer.text)
  const code = namedCode(said?.message ?? '', said?.typeKey) ?? situationCode(answer, asked, said)
  const retryAfter = retryAfterOf(answer.headers, now)
  const detail = said?.message ? `${answer.status}: ${quote(said.message)}` : undefined
  return new AppError(code, {
    ...(detail === undefined ? {} : { detail }),
    ...(retryAfter === undefined ? {} : { retryAfter }),
    evidence: evidenceOf(answer, asked, said),
  })
}

/** A redirect, a 203 or any HTML in place of an answer is somebody's page: it is never data. */
export const isPage = (answer: Answer): boolean =>
  isRedirect(answer) || answer.status === 203 || (answer.status < 300 && isHtml(answer))

/** Headers with which Azure DevOps, or Microsoft's front door before it, marks its answers. */
const microsofts = ['activityid', 'x-vss-e2eid', 'x-tfs-processid', 'x-msedge-ref']
export const isMicrosofts = ({ headers }: Answer): boolean => microsofts.some((name) => headers.has(name))

const signInHost = /^https:\/\/(?:[\w-]+\.)*(?:visualstudio\.com|dev\.azure\.com|microsoftonline\.com)\//i

/** Azure DevOps shows its sign-in page by 203 or redirects to it; whatever else shows a page is not Azure DevOps. */
export function pageCode(answer: Answer): 'azure_devops_sign_in_page' | 'azure_devops_foreign_page' {
  const isSignIn = isRedirect(answer)
    ? signInHost.test(answer.headers.get('location') ?? '')
    : answer.status === 203 || isMicrosofts(answer)
  return isSignIn ? 'azure_devops_sign_in_page' : 'azure_devops_foreign_page'
}

/** What is wrong with an answer: it is a page, or its status says so. Nothing where it can be read. */
export function errorIn(answer: Answer, asked: AskedOf, now: Now): AppError | undefined {
  if (isPage(answer)) return new AppError(pageCode(answer), { evidence: evidenceOf(answer, asked) })
  return answer.status >= 400 ? azureDevOpsError(answer, asked, now) : undefined
}
