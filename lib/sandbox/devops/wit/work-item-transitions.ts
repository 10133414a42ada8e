import 'server-only'
import type { WorkItem } from '../../seed/model'
import { type Answer, answerList } from '../protocol/answer'
import type { Call } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'

/** A check-in resolves work in progress, or completes it where the type has no such state. */
function stateOnCheckin(item: WorkItem): string | undefined {
  const { states } = item.type
  const current = states.find(({ name }) => name === item.field('System.State'))
  if (current?.category !== 'InProgress') return undefined
  const later = (category: string) => states.find((state) => state.category === category)?.name
  return later('Resolved') ?? later('Completed')
}

function nextState(id: number, item: WorkItem | undefined) {
  const stateOnTransition = item && stateOnCheckin(item)
  if (stateOnTransition !== undefined) return { id, stateOnTransition }
  const problem = item ? `Work item ${id} has no next state.` : `Work item ${id} does not exist.`
  return { id, errorCode: item ? 'NoNextState' : 'WorkItemNotFound', message: problem }
}

/** To which state a check-in takes each item; codes and messages of those it takes nowhere are unverified. */
export function listTransitions({ store, query }: Call): Answer {
  const ids = query.get('ids')?.split(',').map(Number) ?? []
  if (ids.length === 0 || !ids.every(Number.isInteger)) {
    throw argumentRefused('Value cannot be null.\r\nParameter name: ids')
  }
  return answerList(ids.map((id) => nextState(id, store.workItems.find(id))))
}
