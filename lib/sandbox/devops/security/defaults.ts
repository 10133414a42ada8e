import 'server-only'
import type { Project, World } from '../../seed/model'
import type { Role } from '../store/members/subject'
import type { SecurityNamespace } from './namespace'

type Grants = Partial<Record<Role, number>>

/**
 * What the groups that come with a project may do at its root, by the names of namespaces; administrators may do
 * everything. After the documented default permissions, not recorded.
 */
const grants: Readonly<Record<string, Grants>> = {
  Project: { readers: 0x201, 'project valid users': 0x201, contributors: 0x7a09, 'build administrators': 0x2f9 },
  CSS: { readers: 0x11, 'project valid users': 0x11, contributors: 0x2f1 },
  Iteration: { readers: 1, 'project valid users': 1, contributors: 1 },
  WorkItemQueryFolders: { readers: 1, 'project valid users': 1, contributors: 1 },
  Tagging: { readers: 1, 'project valid users': 1, contributors: 3 },
  'Git Repositories': { readers: 2, contributors: 0x4076, 'build administrators': 0x4076 },
  Build: { readers: 0x401, contributors: 0x8e83, 'build administrators': 0xfbff },
  Analytics: { readers: 1, contributors: 1, 'build administrators': 1 },
  AnalyticsViews: { readers: 1, contributors: 7 },
  Plan: { readers: 1, contributors: 7 },
  DashboardsPrivileges: { readers: 1, contributors: 15 },
  Collection: { 'collection valid users': 1 },
  Process: { 'collection valid users': 16 },
}

const administrators: readonly Role[] = ['collection administrators', 'project administrators']

const allBits = ({ actions }: SecurityNamespace): number => actions.reduce((bits, { bit }) => bits | bit, 0)

export function defaultBits(namespace: SecurityNamespace, role: Role): number {
  return administrators.includes(role) ? allBits(namespace) : (grants[namespace.name]?.[role] ?? 0)
}

/** Where a project begins, in the namespaces whose tokens name projects. */
const rootTokens: Readonly<Record<string, (project: Project) => string>> = {
  Project: ({ id }) => `$PROJECT:vstfs:///Classification/TeamProject/${id}`,
  CSS: ({ areas }) => `vstfs:///Classification/Node/${areas[0].identifier}`,
  Iteration: ({ iterations }) => `vstfs:///Classification/Node/${iterations[0].identifier}`,
  WorkItemQueryFolders: ({ id }) => `$/${id}`,
  Tagging: ({ id }) => `/${id}`,
  'Git Repositories': ({ id }) => `repoV2/${id}`,
  Build: ({ id }) => id,
  Analytics: ({ id }) => `$/${id}`,
  AnalyticsViews: ({ id }) => `$/Shared/${id}`,
  DashboardsPrivileges: ({ id }) => `$/${id}`,
}

export const rootToken = ({ name }: SecurityNamespace, project: Project): string | undefined =>
  rootTokens[name]?.(project)

/** The project that a token is about, if it is about one. */
export function projectOf(namespace: SecurityNamespace, token: string, { projects }: World): Project | undefined {
  const wanted = token.toLowerCase()
  return projects.find((project) => {
    const root = rootToken(namespace, project)?.toLowerCase()
    return root !== undefined && (wanted.startsWith(root) || wanted.includes(project.id))
  })
}
