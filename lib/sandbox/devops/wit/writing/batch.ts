import 'server-only'
import { parseAddress } from '../../protocol/address'
import { type Answer, answerList, json } from '../../protocol/answer'
import { type Call, listIn, type Members, membersOf, textIn } from '../../protocol/call'
import { argumentRefused, isRefusal, notEmulated } from '../../protocol/errors'
import type { Batch, WriteHandlers } from './write-handlers'

/** Unverified. */
const largestBatch = 200

/** Remembers which item got which of the numbers that the batch itself gave. */
function createBatch(): Batch {
  const ids = new Map<number, number>()
  return {
    realId: (id) => ids.get(id) ?? id,
    created({ id }, temporary) {
      if (temporary !== undefined) ids.set(temporary, id)
    },
  }
}

/** One part as the call that it would be alone; only writes of work items can be parts. */
function callOf(part: Members, call: Call): Call {
  const url = new URL(`${call.store.url}${textIn(part, 'uri') ?? ''}`)
  const { project, path = [] } = parseAddress(url)
  const [area, resource, name] = path
  const isWrite = /^(?:patch|post)$/i.test(textIn(part, 'method') ?? 'patch')
  if (!isWrite || name === undefined || `${area}/${resource}`.toLowerCase() !== 'wit/workitems') {
    throw notEmulated(`${textIn(part, 'method')} ${textIn(part, 'uri')} in a batch`)
  }
  const headers = Object.entries(membersOf(part.headers)).map(([key, value]): [string, string] => [key, String(value)])
  const request = new Request(url, { method: 'PATCH', headers, body: JSON.stringify(part.body ?? null) })
  const place = project === undefined ? undefined : call.store.findProject(project)
  return { ...call, request, query: url.searchParams, parameters: [name], project: place }
}

function write(call: Call, batch: Batch, { create, update }: WriteHandlers): Promise<Answer> {
  const [name = ''] = call.parameters
  return name.startsWith('$') ? create({ ...call, parameters: [name.slice(1)] }, batch) : update(call, batch)
}

async function partOf(part: Members, call: Call, batch: Batch, handlers: WriteHandlers) {
  const headers = { 'Content-Type': json }
  try {
    const answer = await write(callOf(part, call), batch, handlers)
    return { code: 200, headers, body: answer.json.toString() }
  } catch (thrown) {
    if (!isRefusal(thrown)) throw thrown
    return { code: thrown.status, headers, body: JSON.stringify(thrown.body) }
  }
}

/**
 * Several writes in one request, one after the other. Each has its own code and answer, as text, in a 200; what failed
 * takes nothing back of what was done before (unverified). Items that the batch creates may be called by the negative
 * IDs that `add /id` gives them.
 */
export async function runBatch(call: Call, handlers: WriteHandlers): Promise<Answer> {
  const parts = await listIn(call.request)
  if (parts.length > largestBatch) throw argumentRefused(`A batch cannot hold more than ${largestBatch} requests.`)
  const batch = createBatch()
  const answers = []
  for (const part of parts) answers.push(await partOf(part, call, batch, handlers))
  return answerList(answers)
}
