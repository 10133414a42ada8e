import 'server-only'
import { type Answer, answer } from '../protocol/answer'
import { bodyOf, type Call, type Members, membersOf, textIn } from '../protocol/call'
import { scopeDescriptorOf } from '../store/members/ids'
import type { Subject } from '../store/members/subject'
import { storageKeyUnknown } from './errors'
import { subjectAt } from './find'
import { graphUrl, groupName, subjectJson, subjectUrl } from './subject-json'

/** The descriptor of the identity or project with that ID. */
export function getDescriptor({ store, parameters: [id = ''] }: Call): Answer {
  const subject = store.members.findById(id)
  const project = store.world.projects.find((one) => one.id === id.toLowerCase())
  if (!subject && !project) throw storageKeyUnknown(id)
  const value = subject?.descriptor ?? scopeDescriptorOf(project?.id ?? '')
  const graph = graphUrl(store)
  return answer({
    value,
    _links: {
      self: { href: `${graph}/Descriptors/${id}` },
      storageKey: { href: `${graph}/StorageKeys/${value}` },
      subject: { href: subject ? subjectUrl(store, subject) : `${graph}/Scopes/${value}` },
    },
  })
}

/** The ID of whatever has that descriptor. */
export function getStorageKey(call: Call): Answer {
  const { store, parameters } = call
  const project = store.world.projects.find(({ id }) => scopeDescriptorOf(id) === parameters[0])
  const value = project?.id ?? subjectAt(call).id
  const graph = graphUrl(store)
  return answer({
    value,
    _links: {
      self: { href: `${graph}/StorageKeys/${parameters[0]}` },
      descriptor: { href: `${graph}/Descriptors/${value}` },
    },
  })
}

/** `value` is a map here, from descriptors to subjects; what nobody has is left out. */
export async function lookUpSubjects({ store, request }: Call): Promise<Answer> {
  const { lookupKeys } = await bodyOf(request)
  const keys: readonly unknown[] = Array.isArray(lookupKeys) ? lookupKeys : []
  const subjects = keys.flatMap((key) => store.members.find(textIn(membersOf(key), 'descriptor') ?? '') ?? [])
  const value = Object.fromEntries(subjects.map((subject) => [subject.descriptor, subjectJson(subject, store)]))
  return answer({ count: subjects.length, value })
}

function kindsIn(body: Members): readonly string[] {
  const { subjectKind } = body
  return Array.isArray(subjectKind) ? subjectKind.map((kind) => String(kind).toLowerCase()) : ['user', 'group']
}

/** What a people picker asks while somebody types: the beginning of a name, of one of its words or of an address. */
export async function querySubjects({ store, request }: Call): Promise<Answer> {
  const body = await bodyOf(request)
  const wanted = (textIn(body, 'query') ?? '').toLowerCase()
  const kinds = kindsIn(body)
  const { members } = store
  const namesOf = (subject: Subject): string[] => {
    const { displayName } = subject
    const other =
      subject.kind === 'user'
        ? subject.principalName
        : subject.kind === 'group'
          ? groupName(subject, store)
          : subject.originId
    return [displayName, ...displayName.split(' '), other].map((name) => name.toLowerCase())
  }
  const value = [...members.users(), ...members.servicePrincipals(), ...members.groups.all()]
    .filter(({ kind }) => kinds.includes(kind.toLowerCase()))
    .filter((subject) => wanted !== '' && namesOf(subject).some((name) => name.startsWith(wanted)))
    .slice(0, 100)
    .map((subject) => subjectJson(subject, store))
  return answer({ count: value.length, value })
}
