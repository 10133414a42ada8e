import 'server-only'
import type { TestRun } from '../../seed/delivery/model'
import { type Call, projectOf } from '../protocol/call'
import { runUnknown } from './errors'

export function runsOf(call: Call): readonly TestRun[] {
  const { id } = projectOf(call)
  return call.store.delivery().testRuns.filter(({ build }) => build.pipeline.repository.project.id === id)
}

/** The run that the first parameter of the address names. */
export function runIn(call: Call): TestRun {
  const id = call.parameters[0] ?? ''
  const run = call.store.delivery().testRuns[Number(id) - 1]
  if (run?.build.pipeline.repository.project.id !== projectOf(call).id) throw runUnknown(id)
  return run
}
