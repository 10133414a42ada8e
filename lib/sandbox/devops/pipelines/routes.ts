import 'server-only'
import { type Route, route } from '../protocol/route'
import { getPipeline, getRun, listPipelines, listRuns } from './pipelines'
import { pipelineResources } from './resources'

const { pipelines, runs } = pipelineResources

export const pipelineRoutes: readonly Route[] = [
  route('GET', pipelines, 'pipelines', 'project', listPipelines),
  route('GET', pipelines, 'pipelines/*', 'project', getPipeline),
  route('GET', runs, 'pipelines/*/runs', 'project', listRuns),
  route('GET', runs, 'pipelines/*/runs/*', 'project', getRun),
]
