import 'server-only'
import type { WorkItem } from '../../../seed/model'
import type { Update } from '../../store/change-log'
import { endOfTime } from '../fields/fields'

/** Updates that change only links leave it as it is. */
export const changesRev = ({ before, after }: Pick<Update, 'before' | 'after'>): boolean => before?.rev !== after.rev

/** When a revision was followed by the next one. */
export function revisedDateOf({ rev }: Pick<WorkItem, 'rev'>, updates: readonly Update[]): number {
  return updates.find((update) => update.after.rev > rev && changesRev(update))?.at ?? endOfTime
}

/** The revision with the date at which the next one followed it. An item itself does not know what follows it. */
export const withRevisedDate = (item: WorkItem, revised: number): WorkItem => ({
  id: item.id,
  rev: item.rev,
  project: item.project,
  type: item.type,
  subject: item.subject,
  area: item.area,
  iteration: item.iteration,
  links: item.links,
  field: (name) => (name === 'System.RevisedDate' ? revised : item.field(name)),
})
