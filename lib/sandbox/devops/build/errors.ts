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

/** Wording unverified. */
export const logUnknown = (id: string): Refusal =>
  refusal(404, { typeKey: 'BuildLogNotFoundException', namespace: build }, `The build log ${id} could not be found.`)

/** Wording unverified. */
export const artifactUnknown = (name: string, id: number): Refusal =>
  refusal(
    404,
    { typeKey: 'ArtifactNotFoundException', namespace: build },
    `Artifact ${name} was not found for build ${id}.`,
  )
