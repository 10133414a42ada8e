import 'server-only'
import { Refusal } from '../protocol/errors'

/** OData's own envelope; Analytics writes code 0 whatever the fault. */
const refused = (message: string, status = 400): Refusal => new Refusal(status, { error: { code: '0', message } })

const invalid = 'VS403483: The query specified in the URI is not valid'

/** The sentences behind the colon are OData's; how Analytics words each of them is unverified. */
export const syntaxRefused = (position: number, text: string): Refusal =>
  refused(`${invalid}: Syntax error at position ${position} in '${text}'.`)

export const propertyUnknown = (name: string, type: string): Refusal =>
  refused(
    `${invalid}: Could not find a property named '${name}' on type 'Microsoft.VisualStudio.Services.Analytics.Model.${type}'.`,
  )

export const optionRefused = (option: string, value: string): Refusal =>
  refused(`${invalid}: Invalid value '${value}' for ${option} query option found.`)

export const functionUnknown = (name: string): Refusal =>
  refused(`${invalid}: An unknown function with name '${name}' was found.`)

export const entitySetUnknown = (name: string): Refusal => refused(`Resource not found for the segment '${name}'.`, 404)

export const keyRefused = (): Refusal =>
  refused('The query specified in the URI is not valid. Entities cannot be addressed by key.')

export const aggregationNeeded = (): Refusal =>
  refused(
    'The query specified in the URI is not valid. The Snapshot tables in Analytics are intended to be used only in an aggregation.',
  )

/** The number is documented, the sentence unverified. */
export const stakeholderRefused = (displayName: string): Refusal =>
  refused(
    `VS403527: Access to Analytics is denied for ${displayName}: the access level Stakeholder does not include it.`,
    403,
  )
