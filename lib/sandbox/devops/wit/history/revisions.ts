import 'server-only'
import type { WorkItem } from '../../../seed/model'
import type { Answer } from '../../protocol/answer'
import type { Call } from '../../protocol/call'
import { workItemUnknown } from '../errors'
import { allFields, plainFields } from '../fields/fields'
import type { Renderer } from '../render'
import { type Expansion, expansionOf } from '../work-items'
import { revisionUnknown } from './errors'
import { idIn, pageOf } from './page'
import { withRevisedDate } from './revised-date'

/** An item's revisions, each with the date at which the next one followed it. */
function revisionsOf({ store, parameters: [id = ''] }: Call): readonly WorkItem[] {
  const revisions = store.workItems.revisions(idIn(id))
  if (revisions.length === 0) throw workItemUnknown(idIn(id))
  return revisions.map((item) => withRevisedDate(item, store.workItems))
}

function revisionLinksJson(item: string, rev: number): string {
  const links = {
    self: { href: `${item}/revisions/${rev}` },
    workItemRevisions: { href: `${item}/revisions` },
    parent: { href: item },
  }
  return `,"_links":${JSON.stringify(links)}`
}

/** Work items as each of their revisions left them; their links to other items are those at the revision's end. */
export function revisionHandlers(renderer: Renderer) {
  const plainFieldsJson = renderer.fieldsWriter(plainFields)
  const allFieldsJson = renderer.fieldsWriter(allFields)

  function revisionJson(item: WorkItem, expand: Expansion, url: string, hasLinks: boolean): string {
    const fields = expand === 'all' || expand === 'fields' ? allFieldsJson(item) : plainFieldsJson(item)
    const relations = expand === 'all' || expand === 'relations' ? renderer.relationsJson(item) : ''
    const links = hasLinks ? revisionLinksJson(url, item.rev) : ''
    const head = `{"id":${item.id},"rev":${item.rev}${renderer.commentVersionRefJson(item)}`
    return `${head},"fields":${fields}${relations}${links},"url":"${url}/revisions/${item.rev}"}`
  }

  return {
    listRevisions(call: Call): Answer {
      const expand = expansionOf(call.query.get('$expand'))
      const hasLinks = expand === 'all' || expand === 'links'
      const rows = pageOf(revisionsOf(call), call.query).map((item) =>
        revisionJson(item, expand, renderer.workItemUrl(item), hasLinks),
      )
      return { json: `{"count":${rows.length},"value":[${rows.join()}]}` }
    },

    /** A single revision always shows its links. */
    getRevision(call: Call): Answer {
      const expand = expansionOf(call.query.get('$expand'))
      const rev = idIn(call.parameters[1] ?? '')
      const item = revisionsOf(call).find((one) => one.rev === rev)
      if (!item) throw revisionUnknown(idIn(call.parameters[0] ?? ''), rev)
      return { json: revisionJson(item, expand, renderer.workItemUrl(item), true) }
    },
  }
}
