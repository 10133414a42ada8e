import 'server-only'
import type { FieldValue, TreeNode, WorkItem } from '../../../seed/model'
import { acceptanceCriteriaOf, descriptionOf, reproStepsOf, systemInfoOf } from '../../../seed/texts'
import { type Field, field } from './field'

/** Of the revision that is the latest, Azure DevOps says that it ends here. */
export const endOfTime = Date.UTC(9999, 0, 1)

const levelOf = ({ path }: TreeNode, level: number): string | undefined => path.split('\\')[level - 1]

const linkCount = (item: WorkItem, belongs: (rel: string) => boolean): number =>
  item.links.filter(({ rel }) => belongs(rel)).length

const readOnly = true
const isInner = true
const isCommon = true
const computed = { isCommon, readOnly } as const
const inner = { isCommon, readOnly, isInner } as const

const levels = (tree: 'Area' | 'Iteration', of: (item: WorkItem) => TreeNode): Field[] =>
  [1, 2, 3].map((level) =>
    field(`System.${tree}Level${level}`, `${tree} Level ${level}`, 'string', {
      ...inner,
      read: (item) => levelOf(of(item), level),
    }),
  )

type ReadText = (item: WorkItem) => FieldValue | undefined

/** A text that somebody wrote, if only by emptying the field; else the one that the seed writes from the subject. */
const written =
  (referenceName: string, seeded: ReadText): ReadText =>
  (item) => {
    const own = item.field(referenceName)
    return own === undefined ? seeded(item) : own || undefined
  }

/** A long text that belongs only to the types that have the field. */
const longText = (referenceName: string, name: string, seeded: ReadText): Field => {
  const read = written(referenceName, seeded)
  return field(referenceName, name, 'html', {
    read: (item) => (item.type.fields.has(referenceName) ? read(item) : undefined),
  })
}

/** In the order in which the service lists them in an item. */
const system: readonly Field[] = [
  field('System.Id', 'ID', 'integer', { ...inner, read: ({ id }) => id }),
  field('System.AreaId', 'Area ID', 'integer', { ...inner, read: ({ area }) => area.id }),
  field('System.AreaPath', 'Area Path', 'treePath', { isCommon, read: ({ area }) => area.path }),
  field('System.TeamProject', 'Team Project', 'string', { ...computed, read: ({ project }) => project.name }),
  field('System.NodeName', 'Node Name', 'string', { ...inner, read: ({ area }) => area.name }),
  ...levels('Area', ({ area }) => area),
  field('System.Rev', 'Rev', 'integer', { ...inner, read: ({ rev }) => rev }),
  field('System.AuthorizedDate', 'Authorized Date', 'dateTime', {
    ...inner,
    read: (item) => item.field('System.ChangedDate'),
  }),
  field('System.RevisedDate', 'Revised Date', 'dateTime', {
    ...inner,
    read: (item) => item.field('System.RevisedDate') ?? endOfTime,
  }),
  field('System.IterationId', 'Iteration ID', 'integer', { ...inner, read: ({ iteration }) => iteration.id }),
  field('System.IterationPath', 'Iteration Path', 'treePath', { isCommon, read: ({ iteration }) => iteration.path }),
  ...levels('Iteration', ({ iteration }) => iteration),
  field('System.WorkItemType', 'Work Item Type', 'string', { ...computed, read: ({ type }) => type.name }),
  field('System.State', 'State', 'string', { isCommon }),
  field('System.Reason', 'Reason', 'string', { isCommon }),
  field('System.AssignedTo', 'Assigned To', 'identity', { isCommon }),
  field('System.CreatedDate', 'Created Date', 'dateTime', computed),
  field('System.CreatedBy', 'Created By', 'identity', computed),
  field('System.ChangedDate', 'Changed Date', 'dateTime', computed),
  field('System.ChangedBy', 'Changed By', 'identity', computed),
  field('System.AuthorizedAs', 'Authorized As', 'identity', {
    ...inner,
    read: (item) => item.field('System.ChangedBy'),
  }),
  field('System.PersonId', 'Person ID', 'integer', { ...inner, read: ({ id }) => 270_000_000 + (id % 18) }),
  field('System.Watermark', 'Watermark', 'integer', inner),
  field('System.IsDeleted', 'Is Deleted', 'boolean', inner),
  field('System.CommentCount', 'Comment Count', 'integer', computed),
  field('System.Title', 'Title', 'string', { isCommon }),
  field('System.RelatedLinkCount', 'Related Link Count', 'integer', {
    ...inner,
    read: (item) => linkCount(item, (rel) => rel.startsWith('System.LinkTypes.')),
  }),
  field('System.HyperLinkCount', 'Hyperlink Count', 'integer', {
    ...inner,
    read: (item) => linkCount(item, (rel) => rel === 'Hyperlink'),
  }),
  field('System.ExternalLinkCount', 'External Link Count', 'integer', {
    ...inner,
    read: (item) => linkCount(item, (rel) => rel === 'ArtifactLink'),
  }),
  field('System.AttachedFileCount', 'Attached File Count', 'integer', {
    ...inner,
    read: (item) => linkCount(item, (rel) => rel === 'AttachedFile'),
  }),
  field('System.History', 'History', 'history', { isCommon }),
  // Of a link, not of an item: only queries for links have it.
  field('System.Links.LinkType', 'Link Type', 'string', { readOnly, isInner, read: () => undefined }),
]

const common = (name: string, label: string, type: Parameters<typeof field>[2]): Field =>
  field(`Microsoft.VSTS.Common.${name}`, label, type)

const scheduling = (name: string, label: string, type: Parameters<typeof field>[2]): Field =>
  field(`Microsoft.VSTS.Scheduling.${name}`, label, type)

const planning: readonly Field[] = [
  common('StateChangeDate', 'State Change Date', 'dateTime'),
  common('ActivatedDate', 'Activated Date', 'dateTime'),
  common('ActivatedBy', 'Activated By', 'identity'),
  common('ResolvedDate', 'Resolved Date', 'dateTime'),
  common('ResolvedBy', 'Resolved By', 'identity'),
  common('ResolvedReason', 'Resolved Reason', 'string'),
  common('ClosedDate', 'Closed Date', 'dateTime'),
  common('ClosedBy', 'Closed By', 'identity'),
  common('Priority', 'Priority', 'integer'),
  common('Severity', 'Severity', 'string'),
  common('Risk', 'Risk', 'string'),
  common('ValueArea', 'Value Area', 'string'),
  common('BusinessValue', 'Business Value', 'integer'),
  common('StackRank', 'Stack Rank', 'double'),
  common('BacklogPriority', 'Backlog Priority', 'double'),
  common('Activity', 'Activity', 'string'),
  scheduling('StoryPoints', 'Story Points', 'double'),
  scheduling('Effort', 'Effort', 'double'),
  scheduling('OriginalEstimate', 'Original Estimate', 'double'),
  scheduling('RemainingWork', 'Remaining Work', 'double'),
  scheduling('CompletedWork', 'Completed Work', 'double'),
  scheduling('StartDate', 'Start Date', 'dateTime'),
  scheduling('TargetDate', 'Target Date', 'dateTime'),
  scheduling('DueDate', 'Due Date', 'dateTime'),
]

const texts: readonly Field[] = [
  field('System.Description', 'Description', 'html', {
    isCommon,
    read: written('System.Description', descriptionOf),
  }),
  longText('Microsoft.VSTS.Common.AcceptanceCriteria', 'Acceptance Criteria', acceptanceCriteriaOf),
  longText('Microsoft.VSTS.TCM.ReproSteps', 'Repro Steps', reproStepsOf),
  longText('Microsoft.VSTS.TCM.SystemInfo', 'System Info', systemInfoOf),
  field('System.Tags', 'Tags', 'plainText', { isCommon }),
  field('System.Parent', 'Parent', 'integer', { isCommon }),
]

/** All fields of the organization, in the order in which an item shows them. */
export const allFields: readonly Field[] = [...system, ...planning, ...texts]

/** Those of an answer that asks for no fields in particular. */
export const plainFields: readonly Field[] = allFields.filter((one) => !one.isInner)

const byReferenceName = new Map(allFields.map((one) => [one.referenceName.toLowerCase(), one]))
const byName = new Map(allFields.map((one) => [one.name.toLowerCase(), one]))

/** A field by its reference name, in any case. */
export const fieldByReferenceName = (name: string): Field | undefined => byReferenceName.get(name.toLowerCase())

/** A field by its reference name or its name on screens, in any case. */
export const findField = (name: string): Field | undefined =>
  fieldByReferenceName(name) ?? byName.get(name.toLowerCase())
