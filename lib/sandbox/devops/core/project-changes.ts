import 'server-only'
import type { Process, Project } from '../../seed/model'
import { processes } from '../../seed/processes'
import type { Answer } from '../protocol/answer'
import { bodyOf, type Call, type Members, membersOf } from '../protocol/call'
import { argumentRefused, notEmulated } from '../protocol/errors'
import type { Store } from '../store/index'
import { isGuid } from '../store/projects'
import { type Tree, withChanged } from '../store/tree'
import { authorOf } from '../wit/writing/people'
import { processUnknown, projectIdUnknown, projectNameRefused, projectNameTaken } from './errors'
import { beginProject } from './new-project'
import { accepted } from './operations'
import { systemProcesses } from './processes'

type Visibility = Required<Project>['visibility']

const visibilities: readonly Visibility[] = ['private', 'public', 'organization']

function visibilityIn(value: unknown): Visibility | undefined {
  if (value === undefined || value === null) return undefined
  const visibility = visibilities.find((one) => one === String(value).toLowerCase())
  if (!visibility) throw argumentRefused(`The value '${value}' is not valid for visibility.`)
  return visibility
}

/** “Naming restrictions and conventions”: what no name of a project may hold, begin or end with. */
const refusedInNames = /[\\/:*?"'<>;#$@{},+=[\]|~^&%`\p{Cc}]|^[_.]|\.$/u
const longestName = 64

function checkedName(name: unknown, { projects }: Store, own?: Project): string {
  if (typeof name !== 'string') throw argumentRefused('Value cannot be null.\r\nParameter name: name')
  const trimmed = name.trim()
  if (trimmed === '' || trimmed.length > longestName || refusedInNames.test(trimmed)) throw projectNameRefused(name)
  const taken = projects
    .all()
    .some(({ id, name: other }) => id !== own?.id && other.toLowerCase() === trimmed.toLowerCase())
  if (taken) throw projectNameTaken(trimmed)
  return trimmed
}

function processIn({ processTemplate }: Members): Process {
  const id = String(membersOf(processTemplate).templateTypeId ?? '').toLowerCase()
  const process = Object.values(processes).find((one) => one.id === id)
  if (process) return process
  const known = systemProcesses.find((one) => one.id === id)
  throw known ? notEmulated(`projects of the process ${known.name}`) : processUnknown(id)
}

/** `POST`: accepted, and done by the time anybody asks. */
export async function createProject(call: Call): Promise<Answer> {
  const { store } = call
  const body = await bodyOf(call.request)
  const name = checkedName(body.name, store)
  const process = processIn(membersOf(body.capabilities))
  const description = typeof body.description === 'string' ? body.description : ''
  const visibility = visibilityIn(body.visibility) ?? 'private'
  const { by: creator, at } = authorOf(call)
  beginProject({ name, description, process, visibility, creator, at }, store)
  return accepted(call)
}

/** Both trees' roots have the name of the project. */
function renamed(tree: Tree, name: string): Tree {
  return withChanged(tree, { ...tree[0], name, path: name })
}

/** Writes take IDs only. @throws 404 */
function projectIn({ store, parameters: [id = ''] }: Call): Project {
  if (!isGuid(id)) throw projectIdUnknown(id)
  return store.projects.find(id)
}

/** `PATCH`: another name, description or visibility. */
export async function changeProject(call: Call): Promise<Answer> {
  const { store } = call
  const project = projectIn(call)
  const body = await bodyOf(call.request)
  const name = body.name === undefined ? project.name : checkedName(body.name, store, project)
  const visibility = visibilityIn(body.visibility)
  store.projects.put({
    ...project,
    name,
    description: typeof body.description === 'string' ? body.description : project.description,
    ...(visibility ? { visibility } : {}),
    revision: project.revision + 1,
    lastUpdateTime: call.now.getTime(),
    areas: renamed(project.areas, name),
    iterations: renamed(project.iterations, name),
  })
  return accepted(call)
}

/** Its work items go with it. */
export function deleteProject(call: Call): Answer {
  call.store.projects.remove(projectIn(call))
  return accepted(call)
}
