import 'server-only'
import { type Answer, answer } from '../protocol/answer'

const retention = (daysToKeep: number, minimumToKeep: number) => ({
  branches: ['+refs/heads/*'],
  artifacts: [],
  artifactTypesToDelete: ['FilePath', 'SymbolStore'],
  daysToKeep,
  minimumToKeep,
  deleteBuildRecord: true,
  deleteTestResults: true,
})

/** The same in every project; the numbers are unverified. */
export const getSettings = (): Answer =>
  answer({
    maximumRetentionPolicy: retention(30, 10),
    defaultRetentionPolicy: retention(10, 1),
    daysToKeepDeletedBuildsBeforeDestroy: 0,
  })
