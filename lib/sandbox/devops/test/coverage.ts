import 'server-only'
import { firstFiles } from '../../seed/delivery/files'
import type { TestRun } from '../../seed/delivery/model'
import { createRandom } from '../../seed/random'
import { type Answer, answer } from '../protocol/answer'
import { type Call, numberIn } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import type { Store } from '../store/index'
import { guidOf } from '../store/members/ids'
import { buildIn, runIn, runsOfBuild } from './find'
import { projectReference, runReference } from './test-json'

/** What of the details is asked for; the numbers are added up. */
const details = { modules: 1, functions: 2, blockData: 4 }

const sourceFiles = firstFiles.filter((path) => path.startsWith('/src/') && path.endsWith('/index.ts'))
const linesPerFile = 240

/** About two thirds of the lines are covered, and ever more of them as the builds go on. */
function statisticsOf(lines: number, share: number) {
  const linesCovered = Math.round(lines * share)
  const linesPartiallyCovered = Math.round(lines * 0.02)
  const blocks = Math.round(lines / 4)
  const blocksCovered = Math.round(blocks * share)
  return {
    blocksCovered,
    blocksNotCovered: blocks - blocksCovered,
    linesCovered,
    linesNotCovered: lines - linesCovered - linesPartiallyCovered,
    linesPartiallyCovered,
  }
}

function shareOf({ build }: TestRun, { delivery }: Store): number {
  return 0.64 + 0.12 * (build.id / delivery().builds.length) + createRandom(build.id).between(-0.01, 0.01)
}

const functionJson = (sourceFile: string, share: number) => ({
  name: 'rules',
  sourceFile,
  class: sourceFile.split('/')[2],
  namespace: '',
  statistics: statisticsOf(linesPerFile, share),
})

/** A repository is one module. */
function moduleJson(run: TestRun, flags: number, store: Store) {
  const { name } = run.build.pipeline.repository
  const share = shareOf(run, store)
  const statistics = statisticsOf(sourceFiles.length * linesPerFile, share)
  const functions = (flags & details.functions) === 0 ? [] : sourceFiles.map((file) => functionJson(file, share))
  return {
    blockCount: statistics.blocksCovered + statistics.blocksNotCovered,
    ...((flags & details.blockData) === 0 ? {} : { blockData: Buffer.from(name).toString('base64') }),
    name,
    signature: guidOf(`module ${name}`),
    signatureAge: 1,
    statistics,
    functions,
  }
}

function flagsIn({ query }: Call): number {
  const flags = numberIn(query, 'flags')
  if (flags === undefined) throw argumentRefused('The flags are missing.')
  return flags
}

const modulesOf = (run: TestRun, flags: number, store: Store) =>
  (flags & details.modules) === 0 ? [] : [moduleJson(run, flags, store)]

const listed = (value: readonly object[]): Answer => answer({ value, count: value.length })

/** What the tests of a build covered; nothing, if it came to none. */
export function getBuildCoverage(call: Call): Answer {
  const { store } = call
  const build = buildIn(call)
  const flags = flagsIn(call)
  const uri = `vstfs:///Build/Build/${build.id}`
  const told = runsOfBuild(build, call).map((run) => ({
    configuration: { id: build.id, flavor: 'Release', platform: 'Any CPU', uri, project: projectReference(run, store) },
    state: '0',
    lastError: '',
    modules: modulesOf(run, flags, store),
  }))
  return listed(told)
}

export function getRunCoverage(call: Call): Answer {
  const run = runIn(call)
  const modules = modulesOf(run, flagsIn(call), call.store)
  return listed([{ testRun: runReference(run, call.store), state: '0', lastError: '', modules }])
}
