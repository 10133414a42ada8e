import 'server-only'
import { type Refusal, refusal } from '../protocol/errors'

/** Wording and typeKey unverified. */
export const policyUnknown = (id: string): Refusal =>
  refusal(
    404,
    { typeKey: 'PolicyConfigurationNotFoundException', namespace: 'Microsoft.TeamFoundation.Policy.Server' },
    `TF402480: The policy configuration ${id} does not exist.`,
  )
