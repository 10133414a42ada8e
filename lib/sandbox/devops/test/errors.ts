import 'server-only'
import { type Refusal, refusal } from '../protocol/errors'

const test = 'Microsoft.TeamFoundation.TestManagement.WebApi'

/** Wording unverified. */
export const runUnknown = (id: string): Refusal =>
  refusal(404, { typeKey: 'TestObjectNotFoundException', namespace: test }, `Test run ${id} cannot be found.`)

/** Wording unverified. */
export const resultUnknown = (id: string): Refusal =>
  refusal(404, { typeKey: 'TestObjectNotFoundException', namespace: test }, `Test result ${id} cannot be found.`)

/** That both dates are needed and how far apart they may be is documented; the wording is not. */
export const datesRefused = (): Refusal =>
  refusal(
    400,
    { typeKey: 'InvalidPropertyException', namespace: test },
    'Both minLastUpdatedDate and maxLastUpdatedDate are needed, and they may be at most 7 days apart.',
  )
