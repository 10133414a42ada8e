import 'server-only'
import type { Build, TestRun } from '../../seed/delivery/model'
import { findBuild } from '../build/find'
import { type Call, projectOf } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
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

/** The build that the query names. */
export function buildIn(call: Call): Build {
  const id = call.query.get('buildId')
  if (id === null) throw argumentRefused('The buildId is missing.')
  return findBuild(call, id)
}

export const runsOfBuild = (build: Build, { store }: Call): readonly TestRun[] =>
  store.delivery().testRuns.filter((run) => run.build === build)
