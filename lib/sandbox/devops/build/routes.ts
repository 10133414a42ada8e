import 'server-only'
import { type Route, route } from '../protocol/route'
import { getArtifacts } from './artifacts'
import { getStatusBadge } from './badge'
import { getBuild, getLatestBuild, listBuildWorkItems, listChanges, listTags, listTagsOfProject } from './builds'
import { getDefinition, listDefinitions, listRevisions } from './definitions'
import { listBuilds } from './list-builds'
import { getLog, listLogs } from './logs'
import { getDefinitionMetrics, getProjectMetrics } from './metrics'
import { buildResources as at } from './resources'
import { getSettings } from './settings'
import { getTimeline } from './timeline'

export const buildRoutes: readonly Route[] = [
  route('GET', at.definitions, 'build/definitions', 'project', listDefinitions),
  route('GET', at.definitions, 'build/definitions/*', 'project', getDefinition),
  route('GET', at.definitionMetrics, 'build/definitions/*/metrics', 'project', getDefinitionMetrics),
  route('GET', at.revisions, 'build/definitions/*/revisions', 'project', listRevisions),
  route('GET', at.builds, 'build/builds', 'project', listBuilds),
  route('GET', at.builds, 'build/builds/*', 'project', getBuild),
  route('GET', at.artifacts, 'build/builds/*/artifacts', 'project', getArtifacts),
  route('GET', at.changes, 'build/builds/*/changes', 'project', listChanges),
  route('GET', at.logs, 'build/builds/*/logs', 'project', listLogs),
  route('GET', at.logs, 'build/builds/*/logs/*', 'project', getLog),
  route('GET', at.tags, 'build/builds/*/tags', 'project', listTags),
  route('GET', at.timeline, 'build/builds/*/timeline', 'project', getTimeline),
  route('GET', at.timeline, 'build/builds/*/timeline/*', 'project', getTimeline),
  route('GET', at.workItems, 'build/builds/*/workitems', 'project', listBuildWorkItems),
  route('GET', at.latest, 'build/latest/**', 'project', getLatestBuild),
  route('GET', at.projectMetrics, 'build/metrics/*', 'project', getProjectMetrics),
  route('GET', at.settings, 'build/settings', 'project', getSettings),
  route('GET', at.status, 'build/status/**', 'project', getStatusBadge),
  route('GET', at.projectTags, 'build/tags', 'project', listTagsOfProject),
]
