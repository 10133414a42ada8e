import 'server-only'
import type { Person, Project } from '../../seed/model'
import { guidOf } from './members/ids'
import { seededQueries } from './seeded-queries'

/** A saved query, or a folder of queries. */
export interface SavedQuery {
  readonly id: string
  readonly name: string
  /** ID of its folder; nothing for the two roots. */
  readonly parent: string | undefined
  readonly isFolder: boolean
  /** Nothing for a folder. */
  readonly wiql: string | undefined
  /** ID of the only one who sees it; nothing if it is shared. */
  readonly owner: string | undefined
  /** Nobody made the root of the shared ones. */
  readonly createdBy: Person | undefined
  readonly createdDate: number
  readonly modifiedBy: Person
  readonly modifiedDate: number
  readonly executedBy?: Person
  readonly executedDate?: number
  readonly isDeleted: boolean
}

export interface SavedQueries {
  /** The shared ones of a project and somebody's own, folders before what is in them. */
  of(project: Project, reader: Person): readonly SavedQuery[]
  /** Takes the place of the one with the same ID, or comes after all others. */
  put(project: Project, query: SavedQuery): void
}

type Seeded = ReturnType<typeof seededQueries>

function folder(id: string, name: string, by: Person, at: number): SavedQuery {
  return {
    id,
    name,
    parent: undefined,
    isFolder: true,
    wiql: undefined,
    owner: undefined,
    createdBy: undefined,
    createdDate: at,
    modifiedBy: by,
    modifiedDate: at,
    isDeleted: false,
  }
}

/** What was saved in a folder, by the one who made the folder. */
function seededBelow(parent: SavedQuery, seeded: Seeded): SavedQuery[] {
  return seeded.flatMap(({ name, wiql, children = [] }) => {
    const id = guidOf(`${parent.id} ${name}`)
    const about = { ...folder(id, name, parent.modifiedBy, parent.createdDate), createdBy: parent.modifiedBy }
    const item = { ...about, parent: parent.id, isFolder: wiql === undefined, wiql }
    return [item, ...seededBelow(item, children)]
  })
}

function sharedOf(project: Project, by: Person): SavedQuery[] {
  const root = folder(guidOf(`shared queries of ${project.id}`), 'Shared Queries', by, project.lastUpdateTime)
  return [root, ...seededBelow(root, seededQueries(project))]
}

function ownRoot(project: Project, reader: Person): SavedQuery {
  const id = guidOf(`queries of ${reader.id} in ${project.id}`)
  return { ...folder(id, 'My Queries', reader, project.lastUpdateTime), owner: reader.id, createdBy: reader }
}

export function createSavedQueries(): SavedQueries {
  const byProject = new Map<string, readonly SavedQuery[]>()

  /** Those of everybody; a project and a reader get their roots when they first come. */
  function all(project: Project, reader: Person): readonly SavedQuery[] {
    const known = byProject.get(project.id) ?? sharedOf(project, project.teams[0].members[0] ?? reader)
    const hasRoot = known.some(({ owner }) => owner === reader.id)
    const list = hasRoot ? known : [ownRoot(project, reader), ...known]
    byProject.set(project.id, list)
    return list
  }

  return {
    of: (project, reader) => all(project, reader).filter(({ owner }) => owner === undefined || owner === reader.id),
    put(project, query) {
      const list = byProject.get(project.id) ?? []
      const isKnown = list.some(({ id }) => id === query.id)
      byProject.set(project.id, isKnown ? list.map((one) => (one.id === query.id ? query : one)) : [...list, query])
    },
  }
}
