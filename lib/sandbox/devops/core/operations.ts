import 'server-only'
import { type Answer, answer } from '../protocol/answer'
import type { Call } from '../protocol/call'
import { operationUnknown } from './errors'

const reference = ({ store }: Call, id: string, status: string) => ({
  id,
  status,
  url: `${store.url}/_apis/operations/${id}`,
})

/** What is not done at once is accepted; how far it is, its operation tells. */
export function accepted(call: Call): Answer {
  const id = call.store.operations.begin()
  return { ...answer(reference(call, id, 'notSet')), status: 202 }
}

export function getOperation(call: Call): Answer {
  const id = call.parameters[0] ?? ''
  const status = call.store.operations.ask(id)
  if (!status) throw operationUnknown(id)
  return answer(reference(call, id.toLowerCase(), status))
}
