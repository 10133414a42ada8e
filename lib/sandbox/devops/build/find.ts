import 'server-only'
import type { Build, Pipeline } from '../../seed/delivery/model'
import { type Call, projectOf } from '../protocol/call'
import { buildUnknown, definitionUnknown } from './errors'

export function pipelinesOf(call: Call): readonly Pipeline[] {
  const { id } = projectOf(call)
  return call.store.delivery().pipelines.filter(({ repository }) => repository.project.id === id)
}

export function buildsOf(call: Call): readonly Build[] {
  const { id } = projectOf(call)
  return call.store.delivery().builds.filter(({ pipeline }) => pipeline.repository.project.id === id)
}

export function findPipeline(call: Call, id: string): Pipeline {
  const pipeline = pipelinesOf(call).find((one) => String(one.id) === id)
  if (!pipeline) throw definitionUnknown(id)
  return pipeline
}

/** By number or name; all definitions are in the topmost folder, `\\`. */
export function pipelineNamed(call: Call, wanted: string): Pipeline {
  const pipeline = pipelinesOf(call).find(({ id, name }) => [String(id), name, `\\${name}`].includes(wanted))
  if (!pipeline) throw definitionUnknown(wanted)
  return pipeline
}

/** Builds are numbered through the organization, and found in their own project only. */
export function findBuild(call: Call, id: string): Build {
  const build = call.store.delivery().builds[Number(id) - 1]
  if (build?.pipeline.repository.project.id !== projectOf(call).id) throw buildUnknown(id)
  return build
}
