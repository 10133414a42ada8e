import 'server-only'
import { bodyOf, type Call, type Members, numberIn } from '../../protocol/call'
import { argumentRefused } from '../../protocol/errors'
import { fieldUnknown } from '../errors'
import type { Field } from '../fields/field'
import { allFields, fieldByReferenceName } from '../fields/fields'
import type { Scope } from './continuation'

/** Unverified: the reference names the parameter and no numbers. */
const usualPage = 200
const largestPage = 1000

/** Which revisions are reported, and how. */
export interface Filter extends Scope {
  readonly fields: readonly Field[]
  readonly includeIdentityRef: boolean
  readonly includeDeleted: boolean
  readonly includeTagRef: boolean
  readonly includeLatestOnly: boolean
  readonly includeDiscussionChangesOnly: boolean
  readonly pageSize: number
}

/** A list in a query is one text with commas, or one member for each value. */
export const listIn = (query: URLSearchParams, name: string): string[] =>
  query
    .getAll(name)
    .flatMap((text) => text.split(','))
    .map((text) => text.trim())
    .filter((text) => text !== '')

const isTrue = (value: unknown): boolean => String(value).toLowerCase() === 'true'

/** By its number too, because Microsoft's clients send that. */
function hasLongTexts(query: URLSearchParams): boolean {
  const expand = query.get('$expand')?.toLowerCase() ?? 'none'
  if (!['none', '0', 'fields', '1'].includes(expand)) {
    throw argumentRefused(`The value '${expand}' is not valid for $expand.`)
  }
  return expand === 'fields' || expand === '1'
}

/** The inner fields that are reported without being asked for. */
const reportedInner = new Set(['System.Id', 'System.Rev', 'System.RevisedDate', 'System.IsDeleted'])

const isLongText = ({ type }: Field): boolean => type === 'html' || type === 'history'

const isUsual = ({ isInner, referenceName }: Field): boolean => !isInner || reportedInner.has(referenceName)

/** In the service's order; long texts only with `$expand=fields`, even if they are named. */
function fieldsOf(names: readonly string[], query: URLSearchParams): readonly Field[] {
  const includesLongTexts = hasLongTexts(query)
  const wanted = new Set(
    names.map((name) => {
      const field = fieldByReferenceName(name)
      if (!field) throw fieldUnknown(name)
      return field
    }),
  )
  const isWanted = (field: Field): boolean => (wanted.size === 0 ? isUsual(field) : wanted.has(field))
  return allFields.filter((field) => isWanted(field) && (includesLongTexts || !isLongText(field)))
}

function pageSizeIn(query: URLSearchParams): number {
  const size = numberIn(query, '$maxPageSize') ?? usualPage
  if (size === 0) throw argumentRefused("The value '0' is not valid for $maxPageSize.")
  return Math.min(size, largestPage)
}

const listOf = (value: unknown): string[] => (Array.isArray(value) ? value.map(String) : [])

function filterOf({ query, project }: Call, fields: readonly string[], types: readonly string[], flags: Members) {
  return {
    projectId: project?.id,
    types: new Set(types.map((type) => type.toLowerCase())),
    fields: fieldsOf(fields, query),
    includeIdentityRef: isTrue(flags.includeIdentityRef),
    includeDeleted: isTrue(flags.includeDeleted),
    includeTagRef: isTrue(flags.includeTagRef),
    includeLatestOnly: isTrue(flags.includeLatestOnly),
    includeDiscussionChangesOnly: isTrue(flags.includeDiscussionChangesOnly),
    pageSize: pageSizeIn(query),
  }
}

export const filterInQuery = (call: Call): Filter =>
  filterOf(call, listIn(call.query, 'fields'), listIn(call.query, 'types'), Object.fromEntries(call.query))

export async function filterInBody(call: Call): Promise<Filter> {
  const body = await bodyOf(call.request)
  return filterOf(call, listOf(body.fields), listOf(body.types), body)
}
