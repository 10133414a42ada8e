import 'server-only'
import type { WorkItem } from '../../seed/model'
import type { Store } from '../store/index'
import { dateText } from '../wit/render'
import { assigneeOf, stateOf } from './filters'
import type { Alternative } from './terms'
import { searchedTexts, textOf } from './texts'

/** All that is told of an item is text; what is empty is left empty. */
const fieldsOf = (item: WorkItem) => ({
  'system.id': String(item.id),
  'system.workitemtype': item.type.name,
  'system.title': String(item.field('System.Title')),
  'system.assignedto': assigneeOf(item),
  'system.state': stateOf(item),
  'system.tags': String(item.field('System.Tags') ?? ''),
  'system.rev': String(item.rev),
  'system.createddate': dateText(Number(item.field('System.CreatedDate'))),
  'system.changeddate': dateText(Number(item.field('System.ChangedDate'))),
})

/** The sentences of a text in which something was found, which is marked. */
function highlightsIn(text: string, patterns: readonly RegExp[]): string[] {
  const all = new RegExp(patterns.map(({ source }) => source).join('|'), 'giu')
  const marked = text.replace(all, (found) => `<highlighthit>${found}</highlighthit>`)
  return marked.split(/(?<=[.?!]) /).filter((sentence) => sentence.includes('<highlighthit>'))
}

function hitsOf(item: WorkItem, alternatives: readonly Alternative[]) {
  const patterns = alternatives.flatMap(({ wanted }) => wanted.map(({ pattern }) => pattern))
  const texts = searchedTexts.map((text) => [text.referenceName, textOf(item, text)] as const)
  return [['System.Id', String(item.id)] as const, ...texts]
    .map(([name, text]) => ({ fieldReferenceName: name.toLowerCase(), highlights: highlightsIn(text, patterns) }))
    .filter(({ highlights }) => highlights.length > 0)
}

export const resultJson = (item: WorkItem, alternatives: readonly Alternative[], store: Store) => ({
  project: { name: item.project.name, id: item.project.id },
  fields: fieldsOf(item),
  hits: hitsOf(item, alternatives),
  url: `${store.url}/_apis/wit/workItems/${item.id}`,
})
