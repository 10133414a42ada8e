import 'server-only'
import type { Occasion, StageName } from './model'

/** What each stage of a pipeline does, in its order. */
export const tasksOf: Readonly<Record<StageName, readonly string[]>> = {
  Build: ['Checkout', 'Restore packages', 'Compile', 'Publish artifact'],
  Test: ['Download artifact', 'Run tests', 'Publish test results'],
  Deploy: ['Download artifact', 'Deploy', 'Check health'],
}

/** Only what has been merged is deployed. */
export const stagesOf = (occasion: Occasion): readonly StageName[] =>
  occasion === 'change' ? ['Build', 'Test', 'Deploy'] : ['Build', 'Test']

const occasions: readonly Occasion[] = ['change', 'night', 'pull request']

/** Where the pipeline for an occasion is written down, in every repository. */
export const pipelineFile = (occasion: Occasion): string => `/pipelines/${occasion.replace(' ', '-')}.yml`

/** The occasion by the path of its pipeline. */
export const pipelineFiles: ReadonlyMap<string, Occasion> = new Map(
  occasions.map((occasion) => [pipelineFile(occasion), occasion]),
)
