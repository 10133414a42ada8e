import 'server-only'
import type { Iteration, Person, Process, Project } from '../../seed/model'
import type { Store } from '../store/index'

/** The sprints that a process gives a new project: their common name, and how many there are. */
const sprints: Readonly<Record<Process['name'], readonly [name: string, count: number]>> = {
  Agile: ['Iteration', 3],
  Scrum: ['Sprint', 6],
  Basic: ['Sprint', 1],
}

function nodeFactory({ projects, newGuid }: Store) {
  return (name: string, parent?: Iteration): Iteration => ({
    id: projects.newNodeId(),
    identifier: newGuid(),
    name,
    path: parent ? `${parent.path}\\${name}` : name,
  })
}

function iterationsOf(project: string, process: Process, store: Store): Project['iterations'] {
  const createNode = nodeFactory(store)
  const root = createNode(project)
  const [name, count] = sprints[process.name]
  return [root, ...Array.from({ length: count }, (_, index) => createNode(`${name} ${index + 1}`, root))]
}

interface NewProject extends Pick<Project, 'name' | 'description' | 'process'>, Required<Pick<Project, 'visibility'>> {
  /** Its team's first member. */
  readonly creator: Person
  readonly at: number
}

/** Puts up a project as the wizard does: with a team for everything, its process's sprints and no work items. */
export function beginProject({ name, description, process, visibility, creator, at }: NewProject, store: Store): void {
  const iterations = iterationsOf(name, process, store)
  const areas: Project['areas'] = [nodeFactory(store)(name)]
  const team = { name: `${name} Team`, description: 'The default project team.', members: [creator] }
  const draft: Project = {
    id: store.newGuid(),
    name,
    description,
    process,
    visibility,
    revision: 1,
    lastUpdateTime: at,
    teams: [{ id: store.newGuid(), ...team }],
    areas,
    iterations,
  }
  const { id } = store.members.groups.add({ displayName: team.name, description: team.description }, draft)
  const project: Project = { ...draft, teams: [{ id, ...team }] }
  store.projects.put(project)
  store.teamSettings.begin(project, project.teams[0])
}
