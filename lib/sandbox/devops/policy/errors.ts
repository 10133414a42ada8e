import 'server-only'
import { type Refusal, refusal } from '../protocol/errors'

const policy = 'Microsoft.TeamFoundation.Policy.Server'

/** Wording and typeKey unverified. */
export const policyUnknown = (id: string): Refusal =>
  refusal(
    404,
    { typeKey: 'PolicyConfigurationNotFoundException', namespace: policy },
    `TF402480: The policy configuration ${id} does not exist.`,
  )

/** Wording and typeKey unverified. */
export const typeUnknown = (id: string): Refusal =>
  refusal(404, { typeKey: 'PolicyTypeNotFoundException', namespace: policy }, `The policy type ${id} does not exist.`)
