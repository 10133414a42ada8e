import 'server-only'
import { identityDescriptorOf } from '../identities/identity-descriptor'
import { type Answer, answer, answerList } from '../protocol/answer'
import { bodyOf, type Call, type Members, membersOf, textIn } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import type { AccessControlList, Entry } from '../store/access-control'
import type { Store } from '../store/index'
import type { Subject } from '../store/members/subject'
import { defaultBits, rootToken } from './defaults'
import type { SecurityNamespace } from './namespace'
import { effectiveBits, namespaceOf } from './permissions'
import { requireAdministrator } from './rights'

/** Access control lists name people by the older kind of descriptor, and take either kind. */
function findSubject(store: Store, descriptor: string): Subject | undefined {
  const wanted = descriptor.toLowerCase()
  const { members } = store
  const all = [...members.users(), ...members.servicePrincipals(), ...members.groups.all()]
  return all.find((one) => one.descriptor === descriptor || identityDescriptorOf(one, store).toLowerCase() === wanted)
}

/** The lists that a project's own groups give its root. */
function defaultLists(namespace: SecurityNamespace, { world, members }: Store): AccessControlList[] {
  return world.projects.flatMap((project) => {
    const token = rootToken(namespace, project)
    if (token === undefined) return []
    const groups = members.groups.all().filter((group) => group.project?.id === project.id && group.role !== 'none')
    const entries = new Map(
      groups.map((group) => [group.descriptor, { allow: defaultBits(namespace, group.role), deny: 0 }]),
    )
    return [{ token, inherits: true, entries }]
  })
}

/** What was set by hand lies over what the groups give. */
function listsOf(namespace: SecurityNamespace, store: Store): readonly AccessControlList[] {
  const lists = new Map(defaultLists(namespace, store).map((list) => [list.token.toLowerCase(), list]))
  for (const list of store.accessControl.lists(namespace.id)) {
    const key = list.token.toLowerCase()
    lists.set(key, { ...list, entries: new Map([...(lists.get(key)?.entries ?? []), ...list.entries]) })
  }
  return [...lists.values()]
}

const none: Entry = { allow: 0, deny: 0 }

interface Reading {
  readonly namespace: SecurityNamespace
  /** Only these; each of them is told, whether or not it has an entry. */
  readonly subjects: readonly Subject[] | undefined
  readonly isExtended: boolean
}

/** What somebody has at the token in the end, beside what is set there. */
function extendedInfo(namespace: SecurityNamespace, token: string, subject: Subject, store: Store) {
  const effectiveAllow = effectiveBits(namespace, token, subject, store)
  return effectiveAllow === 0 ? {} : { effectiveAllow }
}

function listJson(list: AccessControlList, { namespace, subjects, isExtended }: Reading, store: Store) {
  const told = subjects ?? [...list.entries.keys()].flatMap((descriptor) => store.members.find(descriptor) ?? [])
  const aces = told.map((subject) => {
    const descriptor = identityDescriptorOf(subject, store)
    const { allow, deny } = list.entries.get(subject.descriptor) ?? none
    const extended = isExtended ? { extendedInfo: extendedInfo(namespace, list.token, subject, store) } : {}
    return [descriptor, { descriptor, allow, deny, ...extended }] as const
  })
  return {
    inheritPermissions: list.inherits,
    token: list.token,
    acesDictionary: Object.fromEntries(aces),
    ...(isExtended ? { includeExtendedInfo: true } : {}),
  }
}

const isTrue = (text: string | null): boolean => text?.toLowerCase() === 'true'

/** The lists of a namespace: all, those of a token and, recursively, of what is below it. */
export function queryLists({ store, query, parameters: [id = ''] }: Call): Answer {
  const namespace = namespaceOf(id)
  const token = query.get('token')?.toLowerCase()
  const wanted = query.get('descriptors')
  const reading = {
    namespace,
    subjects: wanted ? wanted.split(',').flatMap((descriptor) => findSubject(store, descriptor) ?? []) : undefined,
    isExtended: isTrue(query.get('includeExtendedInfo')),
  }
  const fits = (one: string): boolean =>
    token === undefined ||
    one === token ||
    (isTrue(query.get('recurse')) && one.startsWith(token + namespace.separator))
  const lists = listsOf(namespace, store).filter((list) => fits(list.token.toLowerCase()))
  return answerList(lists.map((list) => listJson(list, reading, store)))
}

function entryIn(entry: Members, store: Store) {
  const descriptor = textIn(entry, 'descriptor') ?? ''
  const subject = findSubject(store, descriptor)
  if (!subject) throw argumentRefused(`The identity with descriptor '${descriptor}' does not exist.`)
  return { subject, descriptor, allow: Number(entry.allow ?? 0), deny: Number(entry.deny ?? 0) }
}

/** Merged, bits are added to those that are set; what is allowed is no longer denied, and the other way round. */
const merged = (before: Entry, { allow, deny }: Entry): Entry => ({
  allow: (before.allow & ~deny) | allow,
  deny: (before.deny & ~allow) | deny,
})

/** Gives or denies bits at a token, beside those set before or instead of them. */
export async function setEntries(call: Call): Promise<Answer> {
  requireAdministrator(call)
  const { store, parameters } = call
  const { id } = namespaceOf(parameters[0] ?? '')
  const body = await bodyOf(call.request)
  const token = textIn(body, 'token')
  if (token === undefined || !Array.isArray(body.accessControlEntries))
    throw argumentRefused('The token or the entries are missing.')
  const value = body.accessControlEntries.map((one) => {
    const { subject, descriptor, ...given } = entryIn(membersOf(one), store)
    const before = body.merge === true ? (store.accessControl.entry(id, token, subject.descriptor) ?? none) : none
    const entry = merged(before, given)
    store.accessControl.set(id, token, subject.descriptor, entry)
    return { descriptor, ...entry }
  })
  return answerList(value)
}

/** Replaces whole lists. */
export async function setLists(call: Call): Promise<Answer> {
  requireAdministrator(call)
  const { store, parameters } = call
  const { id } = namespaceOf(parameters[0] ?? '')
  const { value } = await bodyOf(call.request)
  const lists: readonly unknown[] = Array.isArray(value) ? value : []
  for (const list of lists.map(membersOf)) {
    const token = textIn(list, 'token') ?? ''
    store.accessControl.removeList(id, token)
    store.accessControl.setInheritance(id, token, list.inheritPermissions !== false)
    for (const ace of Object.values(membersOf(list.acesDictionary))) {
      const { subject, allow, deny } = entryIn(membersOf(ace), store)
      store.accessControl.set(id, token, subject.descriptor, { allow, deny })
    }
  }
  return { status: 204, json: '' }
}

/** Takes away all that was set for some at a token. */
export function removeEntries(call: Call): Answer {
  requireAdministrator(call)
  const { store, query, parameters } = call
  const { id } = namespaceOf(parameters[0] ?? '')
  const token = query.get('token') ?? ''
  const subjects = (query.get('descriptors') ?? '').split(',').flatMap((one) => findSubject(store, one) ?? [])
  const removed = subjects.map(({ descriptor }) => store.accessControl.remove(id, token, descriptor))
  return answer(removed.some(Boolean))
}

export function removeLists(call: Call): Answer {
  requireAdministrator(call)
  const { store, query, parameters } = call
  const { id } = namespaceOf(parameters[0] ?? '')
  const tokens = (query.get('tokens') ?? '').split(',')
  return answer(tokens.map((token) => store.accessControl.removeList(id, token)).some(Boolean))
}

/** Takes bits away, whether they were given or denied. */
export function removePermission(call: Call): Answer {
  requireAdministrator(call)
  const { store, query, parameters } = call
  const { id } = namespaceOf(parameters[0] ?? '')
  const { subject, descriptor } = entryIn({ descriptor: query.get('descriptor') ?? '' }, store)
  const token = query.get('token') ?? ''
  const { allow, deny } = store.accessControl.entry(id, token, subject.descriptor) ?? none
  const kept = ~Number(parameters[1])
  const entry = { allow: allow & kept, deny: deny & kept }
  store.accessControl.set(id, token, subject.descriptor, entry)
  return answer({ descriptor, ...entry })
}
