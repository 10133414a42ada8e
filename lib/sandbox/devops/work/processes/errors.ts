import 'server-only'
import { type Refusal, refusal } from '../../protocol/errors'

/** Wordings and type keys unverified. */
const unknown = (typeKey: string, message: string): Refusal =>
  refusal(
    404,
    {
      typeKey,
      namespace: 'Microsoft.TeamFoundation.WorkItemTracking.Server.Metadata',
      assembly: 'Microsoft.TeamFoundation.WorkItemTracking.Server',
      eventId: 3200,
    },
    message,
  )

export const stateUnknown = (id: string): Refusal =>
  unknown('WorkItemStateDefinitionNotFoundException', `The state with id '${id}' does not exist.`)

export const behaviorUnknown = (name: string): Refusal =>
  unknown('BehaviorDoesNotExistException', `The behavior '${name}' does not exist.`)

export const ruleUnknown = (id: string): Refusal =>
  unknown('ProcessRuleDoesNotExistException', `The rule with id '${id}' does not exist.`)
