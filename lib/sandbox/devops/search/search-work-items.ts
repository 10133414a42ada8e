import 'server-only'
import type { WorkItem } from '../../seed/model'
import { type Answer, answer } from '../protocol/answer'
import { bodyOf, type Call, type Members, membersOf, textIn } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import type { Store } from '../store/index'
import { findField } from '../wit/fields/fields'
import { facetsOf, filtersIn, testOf } from './filters'
import { type Found, findItems } from './find'
import { resultJson } from './result-json'
import { parseSearch } from './terms'

const mostResults = 1000

/** What the answer says of itself, as the documents number it. */
const infoCodes = { ok: 0, topTrimmed: 8 }

function countIn(body: Members, name: string, otherwise: number): number {
  const value = body[name] ?? otherwise
  if (!Number.isInteger(value) || Number(value) < 0) throw argumentRefused(`The value of ${name} is not valid.`)
  return Number(value)
}

/** A person by name; nothing comes before everything. */
function comparable(item: WorkItem, name: string): string | number {
  const value = findField(name)?.read(item)
  if (value === undefined) return ''
  return typeof value === 'object' ? value.displayName : typeof value === 'boolean' ? Number(value) : value
}

type Order = (one: WorkItem, other: WorkItem) => number

function orderIn(option: Members): Order {
  const name = textIn(option, 'field') ?? ''
  if (!findField(name)) throw argumentRefused(`Results cannot be sorted by ${name}.`)
  const sign = textIn(option, 'sortOrder')?.toUpperCase() === 'DESC' ? -1 : 1
  return (one, other) => {
    const [left, right] = [comparable(one, name), comparable(other, name)]
    return left === right ? 0 : (left < right ? -1 : 1) * sign
  }
}

const itemsOf = (found: readonly Found[], { workItems }: Store): WorkItem[] =>
  found.flatMap(({ id }) => workItems.find(id) ?? [])

interface Page {
  readonly skip: number
  readonly top: number
}

/** In the order in which they were found, unless they are to be sorted by fields. */
function pageOf(found: readonly Found[], { skip, top }: Page, body: Members, store: Store): WorkItem[] {
  const options = Array.isArray(body.$orderBy) ? body.$orderBy : []
  const orders = options.map((option) => orderIn(membersOf(option)))
  if (orders.length === 0) return itemsOf(found.slice(skip, skip + top), store)
  const differenceOf: Order = (one, other) => {
    for (const order of orders) {
      const difference = order(one, other)
      if (difference !== 0) return difference
    }
    return 0
  }
  return itemsOf(found, store)
    .sort(differenceOf)
    .slice(skip, skip + top)
}

/** Words and phrases in IDs, titles, tags and descriptions, in the project of the address if it names one. */
export async function searchWorkItems(call: Call): Promise<Answer> {
  const { store, project, request } = call
  const body = await bodyOf(request)
  const alternatives = parseSearch(textIn(body, 'searchText') ?? '')
  const filters = filtersIn(body)
  const passes = testOf(filters)
  const isWanted = (item: WorkItem) => (project === undefined || item.project.id === project.id) && passes(item)
  const found = findItems(alternatives, isWanted, store)
  const top = countIn(body, '$top', mostResults)
  const page = { skip: countIn(body, '$skip', 0), top: Math.min(top, mostResults) }
  return answer({
    count: found.length,
    results: pageOf(found, page, body, store).map((item) => resultJson(item, alternatives, store)),
    infoCode: top > mostResults ? infoCodes.topTrimmed : infoCodes.ok,
    facets: body.includeFacets === true ? facetsOf(itemsOf(found, store), filters) : {},
  })
}
