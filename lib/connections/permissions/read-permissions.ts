import 'server-only'
import { type Member, requireRole } from '#lib/platform/access'
import type { AreaNode, Endpoints, PermissionQuestion } from '#lib/platform/azure-devops/endpoints'
import { AppError } from '#lib/platform/errors/index'
import type { ConnectionLink } from '../link'
import { listProjects } from '../list-projects'
import { areaQuestion, bits, needs, queryFolderQuestion, repositoryQuestion } from './needs'
import type { PermissionReport, Place, Places, ProjectPermissions } from './schema'

interface Asking {
  readonly endpoints: Endpoints
  readonly signal: AbortSignal | undefined
}

/** What Azure DevOps may keep to administrators is missing from the report instead of ending it. */
async function ifTold<Answer>({ signal }: Asking, asked: Promise<Answer>): Promise<Answer | undefined> {
  try {
    return await asked
  } catch {
    signal?.throwIfAborted()
    return undefined
  }
}

/** More at once would make one request of megabytes; the service names no limit. */
const questionsAtOnce = 200

async function answersTo({ endpoints, signal }: Asking, questions: readonly PermissionQuestion[]): Promise<boolean[]> {
  const answers: boolean[] = []
  for (let from = 0; from < questions.length; from += questionsAtOnce) {
    const evaluations = questions.slice(from, from + questionsAtOnce)
    answers.push(...(await endpoints.evaluatePermissions({ evaluations, signal })))
  }
  return answers
}

interface Secured {
  readonly name: string
  readonly read: PermissionQuestion
  readonly write: PermissionQuestion
}

/** Of a kind of which there may be thousands. */
const shownAtMost = 100

async function placesOf(asking: Asking, secured: readonly Secured[]): Promise<Places> {
  const asked = secured.slice(0, shownAtMost)
  const answers = await answersTo(
    asking,
    asked.flatMap(({ read, write }) => [read, write]),
  )
  const shown = asked.map(
    ({ name }, place): Place => ({
      name,
      mayRead: answers[2 * place] === true,
      mayWrite: answers[2 * place + 1] === true,
    }),
  )
  return { shown, total: secured.length }
}

interface AreaPath {
  readonly name: string
  readonly identifiers: readonly string[]
}

/** The area and all below it, parents before children. */
function areaPaths({ name, identifier, children }: AreaNode, above?: AreaPath): AreaPath[] {
  const path = above
    ? { name: `${above.name}\\${name}`, identifiers: [...above.identifiers, identifier] }
    : { name, identifiers: [identifier] }
  return [path, ...children.flatMap((child) => areaPaths(child, path))]
}

const areaPlaces = (asking: Asking, root: AreaNode): Promise<Places> =>
  placesOf(
    asking,
    areaPaths(root).map(({ name, identifiers }) => ({
      name,
      read: areaQuestion(identifiers, bits.area.read),
      write: areaQuestion(identifiers, bits.area.write),
    })),
  )

async function queryFolderPlaces(asking: Asking, projectId: string): Promise<Places> {
  const folders = await asking.endpoints.getQueries({ project: projectId, signal: asking.signal })
  const { read, write } = bits.queryFolder
  return placesOf(
    asking,
    folders.map(({ id, name }) => ({
      name,
      read: queryFolderQuestion(projectId, id, read),
      write: queryFolderQuestion(projectId, id, write),
    })),
  )
}

async function repositoryPlaces(asking: Asking, projectId: string): Promise<Places> {
  const repositories = await asking.endpoints.getRepositories({ project: projectId, signal: asking.signal })
  const { read, write } = bits.repository
  return placesOf(
    asking,
    repositories.map(({ id, name }) => ({
      name,
      read: repositoryQuestion(projectId, id, read),
      write: repositoryQuestion(projectId, id, write),
    })),
  )
}

interface Project {
  readonly id: string
  readonly name: string
}

async function permissionsIn(asking: Asking, { id, name }: Project): Promise<ProjectPermissions> {
  const root = await asking.endpoints.getAreas({ project: id, signal: asking.signal })
  const secured = { id, rootArea: root.identifier }
  const [answers, areas, queryFolders, repositories] = await Promise.all([
    answersTo(
      asking,
      needs.map(({ question }) => question(secured)),
    ),
    ifTold(asking, areaPlaces(asking, root)),
    ifTold(asking, queryFolderPlaces(asking, id)),
    ifTold(asking, repositoryPlaces(asking, id)),
  ])
  const rights = needs.map(({ question, ...need }, place) => ({ ...need, isAllowed: answers[place] === true }))
  return { id, name, rights, areas, queryFolders, repositories }
}

const isNamed = (wanted: string) => (one: Project) =>
  one.id === wanted.toLowerCase() || one.name.toLowerCase() === wanted.toLowerCase()

/** The one that was asked for, else the default project, else the first. @throws VS800075 */
function chosenProject(
  projects: readonly Project[],
  wanted: string | undefined,
  fallback: string,
): Project | undefined {
  if (wanted === undefined) return projects.find(isNamed(fallback)) ?? projects[0]
  const project = projects.find(isNamed(wanted))
  if (project) return project
  const evidence = [{ label: 'Projects seen', value: projects.map(({ name }) => name).join(', ') || 'None' }]
  throw new AppError('VS800075', { evidence })
}

async function groupsOf(asking: Asking, descriptor: string | undefined): Promise<string[] | undefined> {
  if (descriptor === undefined) return undefined
  const names = await ifTold(asking, asking.endpoints.getGroupNames({ descriptor, signal: asking.signal }))
  return names?.sort((a, b) => a.localeCompare(b))
}

async function identityOf(asking: Asking) {
  const { endpoints, signal } = asking
  const { authenticatedUser } = await endpoints.getConnectionData({ signal })
  const { id, subjectDescriptor, providerDisplayName } = authenticatedUser
  const [level, groups] = await Promise.all([
    ifTold(asking, endpoints.getServicePrincipalEntitlement({ id, signal })),
    groupsOf(asking, subjectDescriptor),
  ])
  return { identity: providerDisplayName ?? id, accessLevel: level?.licenseDisplayName, groups }
}

interface Wanted {
  /** Name or ID. */
  readonly project?: string | undefined
  readonly signal?: AbortSignal | undefined
}

/**
 * Which projects, areas, folders of queries and repositories the app sees and may change, its groups and access level,
 * beside what each feature of Certboard needs. Nothing is tried: Azure DevOps is asked what it would allow
 * (“Permissions – Has Permissions Batch”).
 * @throws role_insufficient, VS800075, and what Entra ID and Azure DevOps refuse
 */
export async function readPermissions(
  { endpoints, settings }: Pick<ConnectionLink, 'endpoints' | 'settings'>,
  member: Member,
  { project, signal }: Wanted = {},
): Promise<PermissionReport> {
  requireRole(member, 'viewer')
  const asking = { endpoints, signal }
  const [identity, projects] = await Promise.all([
    identityOf(asking),
    listProjects({ endpoints, settings }, member, signal),
  ])
  const chosen = chosenProject(projects, project, settings.defaultProject ?? '')
  return { ...identity, projects, inProject: chosen && (await permissionsIn(asking, chosen)) }
}
