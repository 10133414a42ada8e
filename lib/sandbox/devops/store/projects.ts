import 'server-only'
import type { Iteration, Project, Team } from '../../seed/model'
import { projectIdUnknown, projectNameUnknown, teamUnknown } from '../core/errors'

/** The organization's projects as they are now, each with its teams and trees. A project is never changed but replaced. */
export interface Projects {
  all(): readonly Project[]
  /** @throws 404 */
  find(nameOrId: string): Project
  /** @throws 404 */
  findTeam(project: Project, nameOrId: string): Team
  /** Takes the place of the project with the same ID, or comes after all others. */
  put(project: Project): void
  remove(project: Project): void
  /** Grows with each change, so that whoever keeps something made from the projects knows when it is stale. */
  changes(): number
  /** An ID that no node has or had: node IDs count through the whole organization. */
  newNodeId(): number
}

const guid = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i

export const isGuid = (text: string): boolean => guid.test(text)

/** Things are found by name or GUID, whatever the case. */
function named<T extends { readonly id: string; readonly name: string }>(list: readonly T[], key: string) {
  const wanted = key.toLowerCase()
  return list.find(({ id, name }) => name.toLowerCase() === wanted || id === wanted)
}

/** @throws 404 in the words for a name or for an ID */
export function projectNamed(projects: readonly Project[], nameOrId: string): Project {
  const project = named(projects, nameOrId)
  if (!project) throw isGuid(nameOrId) ? projectIdUnknown(nameOrId) : projectNameUnknown(nameOrId)
  return project
}

/** Areas, then iterations. */
export const nodesOf = ({ areas, iterations }: Project): readonly Iteration[] => [...areas, ...iterations]

export function createProjects(seeded: readonly Project[]): Projects {
  let projects = seeded
  let changes = 0
  let lastNodeId = Math.max(0, ...seeded.flatMap(nodesOf).map(({ id }) => id))

  function become(changed: readonly Project[]): void {
    projects = changed
    changes += 1
  }

  return {
    all: () => projects,
    find: (nameOrId) => projectNamed(projects, nameOrId),
    findTeam(project, nameOrId) {
      const team = named(project.teams, nameOrId)
      if (!team) throw teamUnknown(nameOrId)
      return team
    },
    put(project) {
      const isKnown = projects.some(({ id }) => id === project.id)
      become(isKnown ? projects.map((one) => (one.id === project.id ? project : one)) : [...projects, project])
    },
    remove: ({ id }) => become(projects.filter((one) => one.id !== id)),
    changes: () => changes,
    newNodeId() {
      lastNodeId += 1
      return lastNodeId
    },
  }
}
