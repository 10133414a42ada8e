import 'server-only'
import type { Build, Pipeline } from '../../seed/delivery/model'
import { type Answer, answer, answerList } from '../protocol/answer'
import { type Call, numberIn } from '../protocol/call'
import { membersNamed } from '../protocol/enumeration'
import { dateText, shownPerson } from '../wit/render'
import { definitionJson, definitionUrl } from './build-json'
import { buildsOf, findPipeline, pipelinesOf } from './find'

const isTrue = (text: string | null): boolean => text?.toLowerCase() === 'true'

/** With `includeLatestBuilds`: the last one, and the last one that came to an end. */
function latestOf(call: Call, pipeline: Pipeline) {
  if (!isTrue(call.query.get('includeLatestBuilds'))) return {}
  const builds = buildsOf(call).filter((build: Build) => build.pipeline === pipeline)
  return { latest: builds.at(-1), latestCompleted: builds.findLast(({ result }) => result !== undefined) }
}

/** An asterisk at either end of the name stands for anything. */
function hasName({ name }: Pipeline, wanted: string): boolean {
  const text = wanted.toLowerCase()
  const core = text.replace(/^\*|\*$/g, '')
  const own = name.toLowerCase()
  if (text.startsWith('*')) return text.endsWith('*') ? own.includes(core) : own.endsWith(core)
  return text.endsWith('*') ? own.startsWith(core) : own === core
}

const orders: Readonly<Record<string, (one: Pipeline, other: Pipeline) => number>> = {
  definitionnameascending: (one, other) => one.name.localeCompare(other.name),
  definitionnamedescending: (one, other) => other.name.localeCompare(one.name),
  lastmodifiedascending: (one, other) => one.created - other.created,
  lastmodifieddescending: (one, other) => other.created - one.created,
}

/** With the numbers that some clients send. */
const orderNumbers = {
  none: 0,
  lastmodifiedascending: 1,
  lastmodifieddescending: 2,
  definitionnameascending: 3,
  definitionnamedescending: 4,
}

const byName = (one: Pipeline, other: Pipeline): number => one.name.localeCompare(other.name)

/** By name unless asked otherwise; the token for the next page is the number of definitions before it. */
export function listDefinitions(call: Call): Answer {
  const { store, query } = call
  const ids = query.get('definitionIds')?.split(',')
  const name = query.get('name')
  const repositoryId = query.get('repositoryId')?.toLowerCase()
  const [order = ''] = membersNamed(orderNumbers, query.get('queryOrder') ?? 'none')
  const found = pipelinesOf(call)
    .filter(({ id }) => !ids || ids.includes(String(id)))
    .filter((pipeline) => !name || hasName(pipeline, name))
    .filter(({ repository }) => repositoryId === undefined || repository.id === repositoryId)
    .toSorted(orders[order] ?? byName)
  const start = numberIn(query, 'continuationToken') ?? 0
  const end = start + (numberIn(query, '$top') ?? found.length)
  const value = found.slice(start, end).map((pipeline) => definitionJson(pipeline, store, latestOf(call, pipeline)))
  return answer({ count: value.length, value }, end < found.length ? { 'x-ms-continuationtoken': String(end) } : {})
}

export function getDefinition(call: Call): Answer {
  const pipeline = findPipeline(call, call.parameters[0] ?? '')
  return answer(definitionJson(pipeline, call.store, { isWhole: true, ...latestOf(call, pipeline) }))
}

/** Nobody has changed a definition since it was made. */
export function listRevisions(call: Call): Answer {
  const { store } = call
  const pipeline = findPipeline(call, call.parameters[0] ?? '')
  const changedBy = shownPerson(pipeline.createdBy, store)
  return answerList([
    {
      revision: 1,
      name: pipeline.name,
      changedBy,
      changedDate: dateText(pipeline.created),
      changeType: 'add',
      definitionUrl: definitionUrl(pipeline, store),
    },
  ])
}
