import 'server-only'
import type { Link } from '../../../seed/model'
import { membersOf, textIn } from '../../protocol/call'
import { findRelationType } from '../relation-types'
import { patchRefused, pathRefused, relationTypeUnknown } from './errors'
import type { Operation } from './operations'

/** The ID of an item that a batch has created, by the one it was given in the batch. */
export type RealId = (id: number) => number

/** What a patch does to the relations of an item. Positions are those of the list as it was before the patch. */
export interface RelationPatch {
  readonly added: readonly Link[]
  readonly removed: ReadonlySet<number>
  /** By position; no comment where it is to go. */
  readonly comments: ReadonlyMap<number, string | undefined>
}

const workItemUrl = /\/_apis\/wit\/workitems\/(-?\d+)\/?$/i

function targetOf(url: string, isWorkItemLink: boolean, realId: RealId): Link['target'] {
  if (!isWorkItemLink) return url
  const id = workItemUrl.exec(url)?.[1]
  if (id === undefined) throw patchRefused(`The url ${url} is not one of a work item.`)
  return realId(Number(id))
}

function linkOf(value: unknown, realId: RealId): Link {
  const members = membersOf(value)
  const rel = textIn(members, 'rel') ?? ''
  const type = findRelationType(rel)
  if (!type) throw relationTypeUnknown(rel)
  const attributes = membersOf(members.attributes)
  const comment = textIn(attributes, 'comment')
  const name = textIn(attributes, 'name')
  const isWorkItemLink = type.attributes.usage === 'workItemLink'
  return {
    rel: type.referenceName,
    target: targetOf(textIn(members, 'url') ?? '', isWorkItemLink, realId),
    ...(comment === undefined ? {} : { comment }),
    ...(name === undefined || isWorkItemLink ? {} : { attributes: { name } }),
  }
}

function positionIn({ segments, path, op }: Operation, count: number): number {
  const [, position = ''] = segments
  if (position === '-') throw patchRefused(`${op} does not support insert.`)
  if (!/^\d+$/.test(position) || Number(position) >= count) throw patchRefused(`Index out of range for path ${path}.`)
  return Number(position)
}

const isComment = ({ segments }: Operation): boolean =>
  segments.length === 4 && segments[2] === 'attributes' && segments[3] === 'comment'

/** What a patch says about relations, as far as it has been read. */
interface Reading {
  readonly added: Link[]
  readonly removed: Set<number>
  readonly comments: Map<number, string | undefined>
}

function readOperation(reading: Reading, operation: Operation, count: number, realId: RealId): void {
  const { op, segments, path, value } = operation
  if (isComment(operation)) {
    reading.comments.set(positionIn(operation, count), value === null ? undefined : String(value))
    return
  }
  if (segments.length !== 2) throw pathRefused(path)
  if (op === 'remove') reading.removed.add(positionIn(operation, count))
  else if (op === 'add' && segments[1] === '-') reading.added.push(linkOf(value, realId))
  else throw patchRefused(`Replace requires ${path} to have existing value. Try Add operation instead.`)
}

/** @param count How many relations the item has */
export function relationPatchOf(operations: readonly Operation[], count: number, realId: RealId): RelationPatch {
  const reading: Reading = { added: [], removed: new Set(), comments: new Map() }
  for (const operation of operations) readOperation(reading, operation, count, realId)
  return reading
}
