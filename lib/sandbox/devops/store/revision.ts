import 'server-only'
import type { FieldValue, Iteration, Link, Person, Project, TreeNode, WorkItem, WorkItemType } from '../../seed/model'

/** Who changes something, and when: milliseconds since 1970. */
export interface Author {
  readonly by: Person
  readonly at: number
}

/** What a change sets; what it does not name stays as it is. */
export interface Content {
  readonly project?: Project
  readonly type?: WorkItemType
  readonly area?: TreeNode
  readonly iteration?: Iteration
  readonly links?: readonly Link[]
  /** By reference name; `undefined` empties a field. */
  readonly fields?: ReadonlyMap<string, FieldValue | undefined>
}

/** Values laid over those that a seeded item has; a revision of a revision has one such layer, not two. */
interface Layer {
  readonly base: Pick<WorkItem, 'field'>
  readonly values: ReadonlyMap<string, FieldValue | undefined>
}

const layers = new WeakMap<WorkItem, Layer>()

const parentOf = (links: readonly Link[]): FieldValue | undefined =>
  links.find(({ rel }) => rel === 'System.LinkTypes.Hierarchy-Reverse')?.target

function layered(item: WorkItem, rev: number, { fields = new Map(), ...content }: Content): WorkItem {
  const { base, values } = layers.get(item) ?? { base: item, values: new Map<string, FieldValue | undefined>() }
  const links = content.links ?? item.links
  const own = new Map([...values, ...fields, ['System.Parent', parentOf(links)] as const])
  const made: WorkItem = {
    id: item.id,
    rev,
    project: content.project ?? item.project,
    type: content.type ?? item.type,
    subject: item.subject,
    area: content.area ?? item.area,
    iteration: content.iteration ?? item.iteration,
    links,
    field: (name) => (own.has(name) ? own.get(name) : base.field(name)),
  }
  layers.set(made, { base, values: own })
  return made
}

/** What every revision brings with it; a comment belongs to one revision only. */
function marks(item: WorkItem, { by, at }: Author, fields: Content['fields']): Map<string, FieldValue | undefined> {
  const comments = Number(item.field('System.CommentCount') ?? 0) + (fields?.get('System.History') ? 1 : 0)
  return new Map<string, FieldValue | undefined>([
    ['System.ChangedDate', at],
    ['System.ChangedBy', by],
    ['System.History', undefined],
    ['System.CommentCount', comments],
  ])
}

/** The next revision of an item. `System.History` among the fields is a comment. */
export const revise = (item: WorkItem, content: Content, author: Author): WorkItem =>
  layered(item, item.rev + 1, {
    ...content,
    fields: new Map([...marks(item, author, content.fields), ...(content.fields ?? [])]),
  })

/** The same revision with other links: links between work items change neither `rev` nor `System.ChangedDate`. */
export const relink = (item: WorkItem, links: readonly Link[]): WorkItem => layered(item, item.rev, { links })

/** The same revision, when it is known which change of the organization it is. */
export const withWatermark = (item: WorkItem, watermark: number): WorkItem =>
  layered(item, item.rev, { fields: new Map([['System.Watermark', watermark]]) })

/** The same revision with its project and nodes as they are called now. */
export function relocate(item: WorkItem, place: Required<Pick<Content, 'project' | 'area' | 'iteration'>>): WorkItem {
  const { id, rev, type, subject, links } = item
  const { project, area, iteration } = place
  const field = (name: string) => item.field(name)
  const made = { id, rev, project, type, subject, area, iteration, links, field }
  const layer = layers.get(item)
  if (layer) layers.set(made, layer)
  return made
}

/** What an item cannot be without. */
export interface Origin extends Required<Omit<Content, 'links'>>, Pick<Content, 'links'> {
  readonly id: number
}

/** Fields that a seeded item writes when they are read; one that somebody creates has none of that. */
const written = [
  'System.Description',
  'Microsoft.VSTS.Common.AcceptanceCriteria',
  'Microsoft.VSTS.TCM.ReproSteps',
  'Microsoft.VSTS.TCM.SystemInfo',
].map((name) => [name, ''] as const)

/** The first revision of a new item. */
export function originate({ id, ...content }: Origin, author: Author): WorkItem {
  const { project, type, area, iteration } = content
  const nothing = { id, rev: 0, project, type, subject: '', area, iteration, links: [], field: () => undefined }
  const created = new Map<string, FieldValue | undefined>([
    ...written,
    ['System.CreatedDate', author.at],
    ['System.CreatedBy', author.by],
    ...content.fields,
  ])
  return revise(nothing, { ...content, fields: created }, author)
}
