import 'server-only'
import { type Route, route } from '../protocol/route'
import { getRunArtifact, getRunLog, getSignedLog, listRunLogs } from './logs'
import { getPipeline, getRun, listPipelines, listRuns } from './pipelines'
import { previewPipeline } from './preview'
import { pipelineResources as at } from './resources'

const run = 'pipelines/*/runs/*'

export const pipelineRoutes: readonly Route[] = [
  route('GET', at.pipelines, 'pipelines', 'project', listPipelines),
  route('GET', at.pipelines, 'pipelines/*', 'project', getPipeline),
  route('POST', at.preview, 'pipelines/*/preview', 'project', previewPipeline),
  route('GET', at.runs, 'pipelines/*/runs', 'project', listRuns),
  route('GET', at.runs, run, 'project', getRun),
  route('GET', at.artifacts, `${run}/artifacts`, 'project', getRunArtifact),
  route('GET', at.logs, `${run}/logs`, 'project', listRunLogs),
  route('GET', at.logs, `${run}/logs/*`, 'project', getRunLog),
  route('GET', at.signedLogContent, `${run}/signedlogcontent/*`, 'project', getSignedLog),
]
