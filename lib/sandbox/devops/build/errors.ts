import 'server-only'
import { type Refusal, refusal } from '../protocol/errors'

const build = 'Microsoft.TeamFoundation.Build.WebApi'

/** Wording unverified. */
export const buildUnknown = (id: string): Refusal =>
  refusal(404, { typeKey: 'BuildNotFoundException', namespace: build }, `The requested build ${id} could not be found.`)

/** Wording unverified. */
export const definitionUnknown = (id: string): Refusal =>
  refusal(
    404,
    { typeKey: 'DefinitionNotFoundException', namespace: build },
    `The build pipeline ${id} could not be found.`,
  )
