import 'server-only'
import { type Route, route } from '../protocol/route'
import { getBuild, getLatestBuild, listBuildWorkItems, listChanges, listTags } from './builds'
import { getDefinition, listDefinitions } from './definitions'
import { listBuilds } from './list-builds'
import { buildResources } from './resources'
import { getTimeline } from './timeline'

const { builds, changes, definitions, latest, tags, timeline, workItems } = buildResources

export const buildRoutes: readonly Route[] = [
  route('GET', definitions, 'build/definitions', 'project', listDefinitions),
  route('GET', definitions, 'build/definitions/*', 'project', getDefinition),
  route('GET', builds, 'build/builds', 'project', listBuilds),
  route('GET', builds, 'build/builds/*', 'project', getBuild),
  route('GET', timeline, 'build/builds/*/timeline', 'project', getTimeline),
  route('GET', timeline, 'build/builds/*/timeline/*', 'project', getTimeline),
  route('GET', changes, 'build/builds/*/changes', 'project', listChanges),
  route('GET', tags, 'build/builds/*/tags', 'project', listTags),
  route('GET', workItems, 'build/builds/*/workitems', 'project', listBuildWorkItems),
  route('GET', latest, 'build/latest/**', 'project', getLatestBuild),
]
