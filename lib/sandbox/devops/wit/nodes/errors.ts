import 'server-only'
import { argumentRefused, type Refusal, refusal } from '../../protocol/errors'

const metadata = {
  namespace: 'Microsoft.TeamFoundation.WorkItemTracking.Server.Metadata',
  assembly: 'Microsoft.TeamFoundation.WorkItemTracking.Server',
  eventId: 3200,
} as const

/** The sentence is as reported; typeKey unverified. */
export const nodeUnknown = (name: string): Refusal =>
  refusal(
    404,
    { typeKey: 'ClassificationNodeNotFoundException', ...metadata },
    `VS402485: The Area/Iteration name is not recognized: ${name}. `,
  )

export const nodeNameTaken = (name: string, parentIdentifier: string): Refusal =>
  refusal(
    409,
    { typeKey: 'ClassificationNodeDuplicateNameException', ...metadata },
    `VS402371: Classification node name ${name} is already in use by a different child of parent classification node ${parentIdentifier}. Choose a different name and try again.`,
  )

/** What the naming rules say (Azure DevOps, “Naming restrictions and conventions”); wording unverified. */
export const nodeNameRefused = (name: string): Refusal => argumentRefused(`The node name '${name}' is not valid.`)

/** Wording unverified. */
export const rootIsFixed = (): Refusal => argumentRefused('The root of a tree can be neither moved nor deleted.')
