import 'server-only'
import type { Build } from '../../seed/delivery/model'
import { prefersArchive } from '../protocol/accept'
import { type Answer, answer, answerList } from '../protocol/answer'
import type { Call } from '../protocol/call'
import { notEmulated } from '../protocol/errors'
import type { Store } from '../store/index'
import { guidOf } from '../store/members/ids'
import { buildPartsUrl } from './build-json'
import { artifactUnknown } from './errors'
import { findBuild } from './find'
import { stepsOf } from './steps'
import { recordId } from './timeline'

interface Artifact {
  readonly name: string
  /** The path of the step that published it. */
  readonly source: string
}

/** A run publishes what it has compiled. */
function artifactsOf(build: Build, { now }: Pick<Call, 'now'>): Artifact[] {
  const at = now.getTime()
  const published = stepsOf(build, at).filter(
    ({ name, outcome, to }) => name === 'Publish artifact' && outcome === 'succeeded' && to <= at,
  )
  return published.map(({ parent = '' }) => ({ name: 'drop', source: parent }))
}

export function artifactNamed(build: Build, name: string, call: Call): Artifact {
  const artifact = artifactsOf(build, call).find((one) => one.name === name)
  if (!artifact) throw artifactUnknown(name, build.id)
  return artifact
}

/** What is in it is not emulated. */
function artifactJson({ name, source }: Artifact, build: Build, store: Store) {
  const url = `${buildPartsUrl(build, store)}/artifacts?artifactName=${name}`
  return {
    id: build.id,
    name,
    source: recordId(build, source),
    resource: {
      type: 'PipelineArtifact',
      data: guidOf(`artifact ${name} ${build.id}`),
      properties: { artifactsize: String(build.pipeline.repository.size) },
      url: `${url}&api-version=7.1`,
      downloadUrl: `${url}&$format=zip`,
    },
  }
}

/** All of a run, or one by its `artifactName`. */
export function getArtifacts(call: Call): Answer {
  const { store, query, parameters } = call
  if (prefersArchive(call)) throw notEmulated('the content of artifacts')
  const build = findBuild(call, parameters[0] ?? '')
  const name = query.get('artifactName')
  if (name !== null) return answer(artifactJson(artifactNamed(build, name, call), build, store))
  return answerList(artifactsOf(build, call).map((artifact) => artifactJson(artifact, build, store)))
}
