import 'server-only'
import type { Project } from '../../seed/model'
import { type Answer, answer, answerList } from '../protocol/answer'
import { type Call, numberIn } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import type { Store } from '../store/index'
import { dateText } from '../wit/render'

const defaultPage = 100

/** A project as lists and other things' answers name it. */
export function projectReference(
  { id, name, description, revision, visibility = 'private', lastUpdateTime }: Project,
  { url }: Store,
) {
  return {
    id,
    name,
    ...(description === '' ? {} : { description }),
    url: `${url}/_apis/projects/${id}`,
    state: 'wellFormed',
    revision,
    visibility,
    lastUpdateTime: dateText(lastUpdateTime),
  }
}

const states = ['all', 'wellformed', 'createpending', 'deleting', 'new', 'unchanged', 'deleted']

/** Whatever is there is well-formed: here, making and deleting a project takes no time. */
function inState(projects: readonly Project[], state: string | null): readonly Project[] {
  const wanted = state?.toLowerCase() ?? 'wellformed'
  if (!states.includes(wanted)) throw argumentRefused(`The value '${state}' is not valid for stateFilter.`)
  return wanted === 'all' || wanted === 'wellformed' ? projects : []
}

/** One page; the token for the next one is the number of projects to skip. */
export function listProjects({ store, query }: Call): Answer {
  const top = numberIn(query, '$top') ?? defaultPage
  const skip = numberIn(query, 'continuationToken') ?? numberIn(query, '$skip') ?? 0
  const projects = inState(store.projects.all(), query.get('stateFilter'))
  const value = projects.slice(skip, skip + top).map((project) => projectReference(project, store))
  const next = skip + value.length
  const isLast = next >= projects.length || value.length === 0
  return answer({ count: value.length, value }, isLast ? {} : { 'x-ms-continuationtoken': String(next) })
}

const capabilities = ({ process }: Project) => ({
  processTemplate: { templateName: process.name, templateTypeId: process.id },
  versioncontrol: { sourceControlType: 'Git', gitEnabled: 'True', tfvcEnabled: 'False' },
})

export function getProject({ store, query, parameters: [nameOrId = ''] }: Call): Answer {
  const project = store.findProject(nameOrId)
  const { lastUpdateTime, visibility, revision, ...about } = projectReference(project, store)
  const [{ id, name }] = project.teams
  return answer({
    ...about,
    ...(query.get('includeCapabilities')?.toLowerCase() === 'true' ? { capabilities: capabilities(project) } : {}),
    revision,
    _links: {
      self: { href: about.url },
      collection: { href: `${store.url}/_apis/projectCollections/${store.world.id}` },
      web: { href: `${store.url}/${encodeURIComponent(project.name)}` },
    },
    visibility,
    defaultTeam: { id, name, url: `${about.url}/teams/${id}` },
    lastUpdateTime,
  })
}

/** The projects that changed at a revision or later; what they were before is not kept. */
export function listProjectHistory({ store, query }: Call): Answer {
  const least = numberIn(query, 'minRevision') ?? 0
  const changed = store.projects.all().filter(({ revision }) => revision >= least)
  return answerList(
    changed.map(({ id, name, description, visibility = 'private', revision, lastUpdateTime }) => ({
      uri: `vstfs:///Classification/TeamProject/${id}`,
      id,
      name,
      abbreviation: null,
      description: description === '' ? null : description,
      visibility,
      state: 'wellFormed',
      properties: [],
      revision,
      lastUpdateTime: dateText(lastUpdateTime),
      version: 0,
    })),
  )
}
