import 'server-only'
import type { Project } from '../../seed/model'
import { type Answer, answer } from '../protocol/answer'
import { type Call, numberIn } from '../protocol/call'
import type { Store } from '../store/index'
import { dateText } from '../wit/render'

const defaultPage = 100

function reference({ id, name, description, revision, lastUpdateTime }: Project, { url }: Store) {
  return {
    id,
    name,
    ...(description === '' ? {} : { description }),
    url: `${url}/_apis/projects/${id}`,
    state: 'wellFormed',
    revision,
    visibility: 'private',
    lastUpdateTime: dateText(lastUpdateTime),
  }
}

/** One page; the token for the next one is the number of projects to skip. */
export function listProjects({ store, query }: Call): Answer {
  const top = numberIn(query, '$top') ?? defaultPage
  const skip = numberIn(query, 'continuationToken') ?? numberIn(query, '$skip') ?? 0
  const { projects } = store.world
  const value = projects.slice(skip, skip + top).map((project) => reference(project, store))
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
  const { lastUpdateTime, visibility, revision, ...about } = reference(project, store)
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
