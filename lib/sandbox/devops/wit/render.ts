import 'server-only'
import type { FieldValue, Link, Person, WorkItem } from '../../seed/model'
import { commentIdOf } from '../store/comments'
import type { Store } from '../store/index'
import type { Field } from './fields/field'
import { relationName } from './relation-types'

/** ISO 8601 in UTC; zeros at the end of the fraction are left out, as the service does. */
export function dateText(instant: number): string {
  const text = new Date(instant).toISOString()
  return instant % 10 === 0 ? text.replace(/\.?0*Z$/, 'Z') : text
}

/** Somebody as an identity field or any other member of an answer shows them. */
export function shownPerson({ id, displayName, uniqueName, descriptor }: Person, { url, world }: Store) {
  const avatar = `${url}/_apis/GraphProfile/MemberAvatars/${descriptor}`
  return {
    displayName,
    url: `https://spsprodcus1.vssps.visualstudio.com/A${world.id}/_apis/Identities/${id}`,
    _links: { avatar: { href: avatar } },
    id,
    uniqueName,
    imageUrl: avatar,
    descriptor,
  }
}

const personJson = (person: Person, store: Store): string => JSON.stringify(shownPerson(person, store))

/** As a person is named where there is only text. */
export const nameAndAddress = ({ displayName, uniqueName }: Person): string => `${displayName} <${uniqueName}>`

/** An address that needs no escaping, as all of ours. */
const href = (url: string): string => `{"href":"${url}"}`

type FieldWriter = (item: WorkItem) => string

/**
 * Work items go out by the ten thousand. So their JSON is put together as text, and what many items have in common
 * (members' names, people) is turned into text once.
 */
export function createRenderer(store: Store) {
  const people = new Map(store.world.people.map((person) => [person, personJson(person, store)]))

  const knownPersonJson = (person: Person): string => people.get(person) ?? personJson(person, store)

  function valueJson({ type }: Field, value: FieldValue): string {
    if (typeof value === 'object') return knownPersonJson(value)
    if (type === 'dateTime') return `"${dateText(Number(value))}"`
    return JSON.stringify(value)
  }

  function writerOf(field: Field, write: (person: Person) => string): FieldWriter {
    const member = `${JSON.stringify(field.referenceName)}:`
    return (item) => {
      const value = field.read(item)
      if (value === undefined) return ''
      return `${member}${typeof value === 'object' ? write(value) : valueJson(field, value)}`
    }
  }

  /** Writes the object `fields` of an item; empty fields are left out. */
  function fieldsWriter(fields: readonly Field[], write = knownPersonJson): FieldWriter {
    const writers = fields.map((field) => writerOf(field, write))
    return (item) => {
      let json = ''
      for (const write of writers) {
        const member = write(item)
        if (member !== '') json += json === '' ? member : `,${member}`
      }
      return `{${json}}`
    }
  }

  function relation({ rel, target, comment, attributes: told }: Link, base: string) {
    const isLink = typeof target === 'number'
    const own = isLink ? { isLocked: false } : told
    const attributes = { ...own, ...(comment ? { comment } : {}), ...relationName(rel) }
    return { rel, url: isLink ? `${base}/${target}` : target, attributes }
  }

  const projectUrl = ({ project }: WorkItem): string => `${store.url}/${project.id}`
  const workItemsUrl = (item: WorkItem): string => `${projectUrl(item)}/_apis/wit/workItems`

  return {
    fieldsWriter,
    valueJson,
    projectUrl,

    /** Of the item itself, with the project's GUID. */
    workItemUrl: (item: WorkItem): string => `${workItemsUrl(item)}/${item.id}`,

    personJson: knownPersonJson,

    /** Histories put the person's ID and name before what they show elsewhere. */
    revisedByJson(person: Person): string {
      const { id, displayName, ...shown } = shownPerson(person, store)
      return JSON.stringify({ id, name: nameAndAddress(person), displayName, ...shown })
    },

    relationJson: (link: Link, item: WorkItem): string => JSON.stringify(relation(link, workItemsUrl(item))),

    /** `,"commentVersionRef":{…}` of the comment that came with the revision, or nothing. */
    commentVersionRefJson(item: WorkItem): string {
      if (item.field('System.History') === undefined) return ''
      const commentId = commentIdOf(item.id, item.rev)
      const url = `${workItemsUrl(item)}/${item.id}/comments/${commentId}/versions/1`
      return `,"commentVersionRef":${JSON.stringify({ commentId, version: 1, url })}`
    },

    /** `,"relations":[…]`, or nothing if there are none. Work items at other ends may be of any project. */
    relationsJson(item: WorkItem): string {
      if (item.links.length === 0) return ''
      return `,"relations":${JSON.stringify(item.links.map((link) => relation(link, workItemsUrl(item))))}`
    },

    linksJson(item: WorkItem): string {
      const project = projectUrl(item)
      const wit = `${project}/_apis/wit`
      const self = `${wit}/workItems/${item.id}`
      const itself = `"self":${href(self)},"workItemUpdates":${href(`${self}/updates`)}`
      const history = `"workItemRevisions":${href(`${self}/revisions`)},"workItemComments":${href(`${self}/comments`)}`
      const page = `"html":${href(`${project}/_workitems/edit/${item.id}`)}`
      const type = `"workItemType":${href(`${wit}/workItemTypes/${encodeURIComponent(item.type.name)}`)}`
      return `,"_links":{${itself},${history},${page},${type},"fields":${href(`${wit}/fields`)}}`
    },
  }
}

export type Renderer = ReturnType<typeof createRenderer>
