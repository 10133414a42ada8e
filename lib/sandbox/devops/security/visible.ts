import 'server-only'
import type { Project, TreeNode, WorkItem } from '../../seed/model'
import type { Principal } from '../protocol/sign-in'
import type { Store } from '../store/index'
import type { Subject } from '../store/members/subject'
import { type Projects, projectNamed } from '../store/projects'
import { readableWorkItems } from '../store/readable-work-items'
import { rootToken } from './defaults'
import type { SecurityNamespace } from './namespace'
import { effectiveBits, namespaceOf } from './permissions'

const projectNamespace = namespaceOf('52d39943-cb85-4d7f-8fa8-c6baac873819')
const areaNamespace = namespaceOf('83e28ad4-2d72-4ceb-97b0-c7726d5502c3')

const readProject = 1
const readWorkItems = 16

/** The token of an area: its node and those above it, the root first. */
export const areaToken = ({ areas }: Project, { path }: TreeNode): string =>
  areas
    .filter((node) => path === node.path || path.startsWith(`${node.path}\\`))
    .map(({ identifier }) => `vstfs:///Classification/Node/${identifier}`)
    .join(areaNamespace.separator)

/** The projects that somebody may see; of the others it is said that they do not exist. */
function visibleProjects(projects: Projects, isVisible: (project: Project) => boolean): Projects {
  const all = () => projects.all().filter(isVisible)
  return { ...projects, all, find: (nameOrId) => projectNamed(all(), nameOrId) }
}

/** Whether an item's area lets somebody read it; each area is looked at once. */
function areaReader(mayRead: (namespace: SecurityNamespace, token: string, bit: number) => boolean) {
  const known = new Map<number, boolean>()
  return ({ project, area }: WorkItem): boolean => {
    const before = known.get(area.id)
    if (before !== undefined) return before
    const isReadable = mayRead(areaNamespace, areaToken(project, area), readWorkItems)
    known.set(area.id, isReadable)
    return isReadable
  }
}

function restricted(store: Store, subject: Subject, isVisible: (project: Project) => boolean): Store {
  const mayRead = (namespace: SecurityNamespace, token: string, bit: number): boolean =>
    (effectiveBits(namespace, token, subject, store) & bit) === bit
  const readsArea = areaReader(mayRead)
  const projects = visibleProjects(store.projects, isVisible)
  return {
    ...store,
    projects,
    world: {
      ...store.world,
      get projects() {
        return projects.all()
      },
    },
    findProject: projects.find,
    workItems: readableWorkItems(store.workItems, (item) => isVisible(item.project) && readsArea(item)),
  }
}

/**
 * The organization as the caller sees it: what one may not read is not there, as in the service, which answers 404 and
 * leaves items out of queries without a word. For whoever may read everything it is the organization itself.
 */
export function visibleTo(caller: Principal, store: Store): Store {
  const subject = store.members.findServicePrincipal(caller.objectId)
  if (!subject) return store
  const isVisible = (project: Project): boolean =>
    (project.visibility ?? 'private') !== 'private' ||
    (effectiveBits(projectNamespace, rootToken(projectNamespace, project) ?? '', subject, store) & readProject) !== 0
  const hasAreaRules = store.accessControl.lists(areaNamespace.id).length > 0
  return store.projects.all().every(isVisible) && !hasAreaRules ? store : restricted(store, subject, isVisible)
}
