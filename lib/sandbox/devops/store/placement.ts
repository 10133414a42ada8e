import 'server-only'
import type { Iteration, Project, WorkItem } from '../../seed/model'
import { nodesOf, type Projects } from './projects'
import { relocate } from './revision'

/**
 * Work items refer to project, area and iteration as these were when the item was made. Here they get them as they are
 * now, so that renaming or moving a node touches no item and still shows in all of them, old revisions included, as
 * Azure DevOps does.
 */
export interface Placement {
  /** The item with its project and nodes as they are now; nothing if its project is gone. */
  place(item: WorkItem): WorkItem | undefined
  /**
   * From now on the work items of a node, which is about to be removed, are those of another. The service writes a
   * revision for each of them; here they just move, which is a difference only for who reads their history.
   */
  bequeath(nodeId: number, heirId: number): void
}

interface Places {
  readonly projects: ReadonlyMap<string, Project>
  readonly nodes: ReadonlyMap<number, Iteration>
}

const placesOf = (projects: Projects): Places => ({
  projects: new Map(projects.all().map((project) => [project.id, project])),
  nodes: new Map(
    projects
      .all()
      .flatMap(nodesOf)
      .map((node) => [node.id, node]),
  ),
})

export function createPlacement(projects: Projects): Placement {
  const heirs = new Map<number, number>()
  let asOfChange = 0
  let places = placesOf(projects)
  let known = new WeakMap<WorkItem, WorkItem>()

  function catchUp(): void {
    if (asOfChange === projects.changes()) return
    asOfChange = projects.changes()
    places = placesOf(projects)
    known = new WeakMap()
  }

  function nodeFor({ id }: Iteration, root: Iteration): Iteration {
    let current: number | undefined = id
    while (current !== undefined) {
      const node = places.nodes.get(current)
      if (node) return node
      current = heirs.get(current)
    }
    return root
  }

  function placeAnew(item: WorkItem): WorkItem | undefined {
    const project = places.projects.get(item.project.id)
    if (!project) return undefined
    const area = nodeFor(item.area, project.areas[0])
    const iteration = nodeFor(item.iteration, project.iterations[0])
    const stays = project === item.project && area === item.area && iteration === item.iteration
    return stays ? item : relocate(item, { project, area, iteration })
  }

  return {
    place(item) {
      if (projects.changes() === 0) return item
      catchUp()
      const before = known.get(item)
      if (before) return before
      const now = placeAnew(item)
      if (now) known.set(item, now)
      return now
    },
    bequeath: (nodeId, heirId) => void heirs.set(nodeId, heirId),
  }
}
