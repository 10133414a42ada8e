import 'server-only'
import type { PermissionQuestion } from '#lib/platform/azure-devops/endpoints'
import type { Need } from './schema'

/** A project, as far as the tokens of its security namespaces name it. */
interface SecuredProject {
  readonly id: string
  /** Identifier of the node at the top of its areas. */
  readonly rootArea: string
}

interface SecuredNeed extends Need {
  readonly question: (project: SecuredProject) => PermissionQuestion
}

/** IDs and bits as recorded, forms of tokens as Microsoft's “Security namespace and permission reference” has them. */
const project = (permissions: number) => (of: SecuredProject) => ({
  securityNamespaceId: '52d39943-cb85-4d7f-8fa8-c6baac873819',
  token: `$PROJECT:vstfs:///Classification/TeamProject/${of.id}`,
  permissions,
})

const nodeToken = (identifier: string): string => `vstfs:///Classification/Node/${identifier}`

/** @param path Identifiers of the nodes from the root to the area */
export const areaQuestion = (path: readonly string[], permissions: number): PermissionQuestion => ({
  securityNamespaceId: '83e28ad4-2d72-4ceb-97b0-c7726d5502c3',
  token: path.map(nodeToken).join(':'),
  permissions,
})

const rootArea = (permissions: number) => (of: SecuredProject) => areaQuestion([of.rootArea], permissions)

export const queryFolderQuestion = (projectId: string, folderId: string, permissions: number): PermissionQuestion => ({
  securityNamespaceId: '71356614-aad7-4757-8f2c-0fb3bff6f680',
  token: `$/${projectId}/${folderId}`,
  permissions,
})

export const repositoryQuestion = (projectId: string, id: string, permissions: number): PermissionQuestion => ({
  securityNamespaceId: '2e9eb7ed-3c0a-47d4-87c1-0ffdd275fd87',
  token: id === '' ? `repoV2/${projectId}` : `repoV2/${projectId}/${id}`,
  permissions,
})

const tags = (permissions: number) => (of: SecuredProject) => ({
  securityNamespaceId: 'bb50f182-8e5e-40b8-bc21-e8752a1e7ae2',
  token: `/${of.id}`,
  permissions,
})

const builds = (permissions: number) => (of: SecuredProject) => ({
  securityNamespaceId: '33344d9c-fc72-4d6f-aba5-fa317101a7e9',
  token: of.id,
  permissions,
})

const analytics = (permissions: number) => (of: SecuredProject) => ({
  securityNamespaceId: '58450c49-b02d-465a-ab12-59ae512d6531',
  token: `$/${of.id}`,
  permissions,
})

export const bits = {
  area: { read: 16, write: 32 },
  queryFolder: { read: 1, write: 2 },
  repository: { read: 2, write: 4 },
} as const

const need = (
  id: string,
  [feature, permission, group]: readonly [feature: string, permission: string, group: Need['group']],
  question: SecuredNeed['question'],
): SecuredNeed => ({ id, feature, permission, group, question })

/** From what everybody needs to what few do; the least that each feature can do with. */
export const needs: readonly SecuredNeed[] = [
  need('project', ['See the project at all', 'View project-level information', 'Readers'], project(1)),
  need('read-items', ['Explore work items', 'View work items in this node', 'Readers'], rootArea(bits.area.read)),
  need('analytics', ['Trends from Analytics', 'View analytics', 'Readers'], analytics(1)),
  need('read-code', ['Repositories and pull requests', 'Read', 'Readers'], ({ id }) =>
    repositoryQuestion(id, '', bits.repository.read),
  ),
  need('read-builds', ['Builds', 'View builds', 'Readers'], builds(1)),
  need('read-tests', ['Test results', 'View test runs', 'Readers'], project(512)),
  need('write-items', ['Edit work items', 'Edit work items in this node', 'Contributors'], rootArea(bits.area.write)),
  need('create-tags', ['Add new tags', 'Create tag definition', 'Contributors'], tags(2)),
  need(
    'delete-items',
    ['Delete and restore work items', 'Delete and restore work items', 'Contributors'],
    project(8192),
  ),
]
