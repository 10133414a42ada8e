import 'server-only'
import type { FieldValue, Project, WorkItem, WorkItemType } from '../../../seed/model'
import { type Content, originate, relink, revise } from '../../store/revision'
import { findField } from '../fields/fields'
import { formatName } from '../whole-item'
import { applyLinks, type LinkChange } from './apply-links'
import { applyRules, fillIn } from './apply-rules'
import { assignFields } from './assign-fields'
import { type Draft, emptyDraft, readField, type Writing } from './draft'
import { pathRefused, testFailed, treePathUnknown } from './errors'
import type { Operation } from './operations'
import { type RealId, relationPatchOf } from './relation-patch'
import { rulesBroken } from './violations'

/** What is going to be recorded: the item first, then the items at the other ends of its links. */
export interface Outcome {
  readonly item: WorkItem
  /** None if the patch changes nothing. */
  readonly changed: readonly WorkItem[]
}

/** A patch sorted by what it is about. */
interface Patch {
  readonly fields: readonly Operation[]
  readonly relations: readonly Operation[]
  readonly formats: readonly Operation[]
}

const subjects = ['rev', 'id', 'fields', 'relations', 'multilineFieldsFormat']

function sorted(operations: readonly Operation[]): Patch {
  const about = (subject: string) => operations.filter(({ segments }) => segments[0] === subject)
  const stray = operations.find(({ segments: [subject = ''] }) => !subjects.includes(subject))
  if (stray) throw pathRefused(stray.path)
  const bare = operations.find(({ segments }) => segments.length === 1 && !['rev', 'id'].includes(segments[0] ?? ''))
  if (bare) throw pathRefused(bare.path)
  return { fields: about('fields'), relations: about('relations'), formats: about('multilineFieldsFormat') }
}

function testRevision(operations: readonly Operation[], rev: number): void {
  for (const { op, path, segments, value } of operations) {
    if (op === 'test' && segments[0] === 'rev' && Number(value) !== rev) throw testFailed(path, rev, value)
  }
}

const isSame = (one: FieldValue | undefined, other: FieldValue | undefined): boolean =>
  typeof one === 'object' && typeof other === 'object' ? one.uniqueName === other.uniqueName : one === other

/** Fields whose value is another one now; an emptied long text is `''`, lest it be written from the item's subject. */
function changedFields({ fields, before }: Draft): Map<string, FieldValue | undefined> {
  const changes = [...fields].filter(([name, value]) => !isSame(value, readField(before, name)))
  const isLong = (name: string) => findField(name)?.type === 'html'
  return new Map(changes.map(([name, value]) => [name, value ?? (isLong(name) ? '' : undefined)]))
}

const formatsOf = (operations: readonly Operation[]): [string, string][] =>
  operations.map(({ segments, value }) => [formatName(segments.slice(1).join('/')), String(value).toLowerCase()])

function contentOf(draft: Draft, formats: readonly Operation[], { links }: LinkChange): Required<Content> {
  const { project, type, area, iteration } = draft
  return { project, type, area, iteration, links, fields: new Map([...changedFields(draft), ...formatsOf(formats)]) }
}

/** In another project an item is nowhere until it is told where. */
function checkPlace({ id, project, area, iteration }: Draft): void {
  if (!project.areas.includes(area)) throw treePathUnknown(id, 'System.AreaPath')
  if (!project.iterations.includes(iteration)) throw treePathUnknown(id, 'System.IterationPath')
}

function settle(draft: Draft, writing: Writing): void {
  checkPlace(draft)
  if (!writing.bypassesRules) applyRules(draft, writing)
  else if (!draft.before) fillIn(draft)
  const [first, ...others] = draft.violations
  if (first && !writing.bypassesRules) throw rulesBroken([first, ...others])
}

const otherEnds = ({ otherEnds: ends }: LinkChange, { store }: Writing): WorkItem[] =>
  [...ends].flatMap(([id, links]) => {
    const end = store.workItems.find(id)
    return end ? [relink(end, links)] : []
  })

const moves = ({ project, type, area, iteration }: Draft, before: WorkItem): boolean =>
  project !== before.project || type !== before.type || area !== before.area || iteration !== before.iteration

/** @throws Refusal if anything at all is wrong with the patch; then nothing has changed */
export function patchItem(
  before: WorkItem,
  operations: readonly Operation[],
  writing: Writing,
  realId: RealId,
): Outcome {
  testRevision(operations, before.rev)
  const { fields, relations, formats } = sorted(operations)
  const { id, project, type, area, iteration, links } = before
  const draft: Draft = { id, before, project, type, area, iteration, fields: new Map(), violations: [] }
  assignFields(draft, fields, writing)
  settle(draft, writing)
  const change = applyLinks(id, links, relationPatchOf(relations, links.length, realId), writing)
  const content = contentOf(draft, formats, change)
  const isRevision = change.changesResources || moves(draft, before) || content.fields.size > 0
  if (!isRevision && change.links === links) return { item: before, changed: [] }
  const item = isRevision ? revise(before, content, writing.author) : relink(before, change.links)
  return { item, changed: [item, ...otherEnds(change, writing)] }
}

/** @param id That of the new item */
export function patchNewItem(
  place: { readonly id: number; readonly project: Project; readonly type: WorkItemType },
  operations: readonly Operation[],
  writing: Writing,
  realId: RealId,
): Outcome {
  testRevision(operations, 0)
  const { fields, relations, formats } = sorted(operations)
  const { id, project, type } = place
  const draft = emptyDraft(project, type)
  assignFields(draft, fields, writing)
  settle(draft, writing)
  const change = applyLinks(id, [], relationPatchOf(relations, 0, realId), writing)
  const item = originate({ id, ...contentOf(draft, formats, change) }, writing.author)
  return { item, changed: [item, ...otherEnds(change, writing)] }
}
