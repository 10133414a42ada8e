import 'server-only'
import type { Project, SeededTag, SeededWorkItems, WorkItem } from '../../seed/model'
import { guidOf } from './members/ids'
import { type Author, revise } from './revision'
import type { WorkItems } from './work-items'

export interface Tag {
  readonly id: string
  readonly name: string
  /** When it was first put on an item or got its name, in milliseconds since 1970; what else counts is unverified. */
  readonly lastUpdated: number
}

/** The tags of each project. One that no item has any more stays, as it does in the service for some days. */
export interface Tags {
  /** By their names. */
  of(project: Project): readonly Tag[]
  find(project: Project, idOrName: string): Tag | undefined
  /** The tag's ID, which does not change with its name; nobody has to read all items for it. */
  idOf(project: Project, name: string): string
  /** Whether a rename raises the revision of the items that have the tag is unverified; here it does. */
  rename(project: Project, tag: Tag, name: string, author: Author): Tag
  /** Takes the tag from all items that have it; here too each of them gets another revision. */
  remove(project: Project, tag: Tag, author: Author): void
}

/** The names in a `System.Tags`. */
export const tagNames = (text: string): string[] =>
  text
    .split(/[;,]/)
    .map((name) => name.trim())
    .filter((name) => name !== '')

const namesOn = (item: WorkItem): string[] => tagNames(String(item.field('System.Tags') ?? ''))

const isSame = (name: string) => (other: string) => other.toLowerCase() === name.toLowerCase()

/** Tags follow from those of the seed and from what has been done to items since; nobody reads all items for them. */
export function createTags(seeded: Pick<SeededWorkItems, 'tags'>, workItems: WorkItems): Tags {
  /** By project, then by name in lower case. */
  const known = new Map<string, Map<string, Tag>>()
  /** IDs of tags that do not follow from their names any more. */
  const renamed = new Map<string, string>()
  let seen = workItems.watermark
  let isBegun = false

  const keyOf = ({ id }: Pick<Project, 'id'>, name: string): string => `tag ${id} ${name.toLowerCase()}`
  const idOf = (project: Pick<Project, 'id'>, name: string): string => {
    const key = keyOf(project, name)
    return renamed.get(key) ?? guidOf(key)
  }

  const tagsOf = ({ id }: Pick<Project, 'id'>): Map<string, Tag> => {
    const tags = known.get(id) ?? new Map<string, Tag>()
    known.set(id, tags)
    return tags
  }

  function notice(project: Pick<Project, 'id'>, { name, since }: SeededTag): void {
    const tags = tagsOf(project)
    const key = name.toLowerCase()
    if (!tags.has(key)) tags.set(key, { id: idOf(project, name), name, lastUpdated: since })
  }

  function begin(): void {
    if (!isBegun) for (const [id, tags] of seeded.tags()) for (const tag of tags) notice({ id }, tag)
    isBegun = true
  }

  function catchUp(): void {
    begin()
    for (const { after, at } of workItems.changesSince(seen)) {
      for (const name of namesOn(after)) notice(after.project, { name, since: at })
    }
    seen = workItems.watermark
  }

  /** Puts another name, or none, where the tag's stands. */
  function replace(project: Project, tag: Tag, name: string | undefined, author: Author): void {
    const isTag = isSame(tag.name)
    const revised: WorkItem[] = []
    for (const item of workItems.all()) {
      const names = item.project.id === project.id ? namesOn(item) : []
      if (!names.some(isTag)) continue
      const others = names.flatMap((one) => (isTag(one) ? (name ?? []) : one))
      revised.push(revise(item, { fields: new Map([['System.Tags', others.join('; ') || undefined]]) }, author))
    }
    workItems.record(revised, author)
    catchUp()
    tagsOf(project).delete(tag.name.toLowerCase())
  }

  return {
    idOf,
    of(project) {
      catchUp()
      return [...tagsOf(project).values()].toSorted((one, other) => one.name.localeCompare(other.name))
    },
    find(project, idOrName) {
      catchUp()
      const wanted = idOrName.toLowerCase()
      return tagsOf(project).get(wanted) ?? [...tagsOf(project).values()].find(({ id }) => id === wanted)
    },
    rename(project, tag, name, author) {
      renamed.set(keyOf(project, name), tag.id)
      const now = { id: tag.id, name, lastUpdated: author.at }
      replace(project, tag, name, author)
      tagsOf(project).set(name.toLowerCase(), now)
      return now
    },
    remove: (project, tag, author) => replace(project, tag, undefined, author),
  }
}
