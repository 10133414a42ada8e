import 'server-only'
import type { WorkItem } from '../../../seed/model'
import type { Update } from '../../store/change-log'
import type { WorkItems } from '../../store/work-items'

/** Updates that change only links leave it as it is. */
export const changesRev = ({ before, after }: Pick<Update, 'before' | 'after'>): boolean => before?.rev !== after.rev

/** The revision with the date at which the next one followed it. An item itself does not know what follows it. */
export function withRevisedDate(item: WorkItem, { revisedAt }: Pick<WorkItems, 'revisedAt'>): WorkItem {
  const revised = revisedAt(item.id, item.rev)
  if (revised === undefined) return item
  return {
    id: item.id,
    rev: item.rev,
    project: item.project,
    type: item.type,
    subject: item.subject,
    area: item.area,
    iteration: item.iteration,
    links: item.links,
    field: (name) => (name === 'System.RevisedDate' ? revised : item.field(name)),
  }
}
