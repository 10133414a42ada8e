import 'server-only'
import { type Answer, answer } from '../protocol/answer'
import { type Call, numberIn } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import type { Member } from '../store/members/subject'
import { entitlementJson } from './entitlement-json'
import { type Entitled, filterOf } from './filter'

const pageSize = 100

const byName = (one: Entitled, other: Entitled): number =>
  one.member.displayName.localeCompare(other.member.displayName)

const orders: Readonly<Record<string, (one: Entitled, other: Entitled) => number>> = {
  name: byName,
  datecreated: (one, other) => one.created - other.created,
  lastaccessed: (one, other) => (one.lastAccessed ?? 0) - (other.lastAccessed ?? 0),
}

/** `lastAccessed desc`, for example; by name unless given. */
function orderOf(text: string | null) {
  const [property = 'name', direction = 'asc'] = (text ?? '').toLowerCase().split(/\s+/).filter(Boolean)
  const order = orders[property]
  if (!order) throw argumentRefused(`The property '${property}' cannot be ordered by.`)
  return direction === 'desc' ? (one: Entitled, other: Entitled) => order(other, one) : order
}

function select({ store, query }: Call, members: readonly Member[]): Member[] {
  const filter = query.get('$filter')
  const passes = filter === null || filter.trim() === '' ? () => true : filterOf(filter)
  return members
    .map((member) => ({ member, ...store.members.entitlements.of(member.id) }))
    .filter(passes)
    .sort(orderOf(query.get('$orderBy')))
    .map(({ member }) => member)
}

/** Where a page begins: at what the token says, else after those to skip, as versions before 6 asked. */
function startOf(query: URLSearchParams): number {
  const token = query.get('continuationToken')
  if (token === null || token === '') return numberIn(query, 'skip') ?? 0
  const start = Number(Buffer.from(token, 'base64').toString())
  if (!Number.isInteger(start) || start < 0) throw argumentRefused('The continuation token is not valid.')
  return start
}

function list(call: Call, members: readonly Member[], as?: 'member'): Answer {
  const { store, query } = call
  const all = select(call, members)
  const start = startOf(query)
  const end = start + (numberIn(query, 'top') ?? pageSize)
  const withProjects = /\bprojects\b/i.test(query.get('select') ?? '')
  const page = all
    .slice(start, end)
    .map((member) => entitlementJson(member, store, { withProjects, ...(as ? { as } : {}) }))
  const continuationToken = end < all.length ? Buffer.from(String(end)).toString('base64') : ''
  return answer({ members: page, continuationToken, totalCount: all.length, items: page })
}

export const listUserEntitlements = (call: Call): Answer => list(call, call.store.members.users())

/** Users and service principals together. */
export const listMemberEntitlements = (call: Call): Answer =>
  list(call, [...call.store.members.users(), ...call.store.members.servicePrincipals()], 'member')
