import 'server-only'
import type { Project } from '../../seed/model'
import { type Answer, answer, created, noContent } from '../protocol/answer'
import { bodyOf, type Call, listIn, numberIn, textIn } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import { requireAdministrator } from '../security/rights'
import { scopeDescriptorOf } from '../store/members/ids'
import { basic } from '../store/members/licences'
import type { Subject } from '../store/members/subject'
import { applicationNotInTenant, subjectUnknown } from './errors'
import { subjectOfKind } from './find'
import { subjectJson, subjectUrl } from './subject-json'

const pageSize = 500

/** What the scope descriptor names: a project, or undefined for the whole organization. */
function scopeOf({ store, query }: Call): Project | undefined {
  const descriptor = query.get('scopeDescriptor')
  if (descriptor === null || descriptor === '') return undefined
  const project = store.world.projects.find(({ id }) => scopeDescriptorOf(id) === descriptor)
  if (!project) throw subjectUnknown(descriptor)
  return project
}

/** Keeps those whose descriptor begins with one of the wanted types: `aad,vssgp`, for example. */
function ofTypes({ query }: Call, subjects: readonly Subject[]): readonly Subject[] {
  const types = (query.get('subjectTypes') ?? '').split(',').filter(Boolean)
  return types.length === 0
    ? subjects
    : subjects.filter(({ descriptor }) => types.some((type) => descriptor.startsWith(`${type}.`)))
}

/** One page; the token for the next one is the number of subjects before it. */
function page(call: Call, all: readonly Subject[]): Answer {
  const { store, query } = call
  const subjects = ofTypes(call, all)
  const start = numberIn(query, 'continuationToken') ?? 0
  const end = start + pageSize
  const value = subjects.slice(start, end).map((subject) => subjectJson(subject, store))
  const next: Record<string, string> = end < subjects.length ? { 'x-ms-continuationtoken': String(end) } : {}
  return answer({ count: value.length, value }, next)
}

/** With a scope, only whoever is in the project, directly or through groups. */
function inScope<T extends Subject>(call: Call, subjects: readonly T[]): readonly T[] {
  const project = scopeOf(call)
  const { groups } = call.store.members
  return project ? subjects.filter((subject) => groups.rolesOf(subject, project).has('project valid users')) : subjects
}

export const listUsers = (call: Call): Answer => page(call, inScope(call, call.store.members.users()))

export const listServicePrincipals = (call: Call): Answer =>
  page(call, inScope(call, call.store.members.servicePrincipals()))

export function listGroups(call: Call): Answer {
  const project = scopeOf(call)
  const groups = call.store.members.groups.all()
  return page(call, project ? groups.filter((group) => group.project?.id === project.id) : groups)
}

export const getSubject =
  (kind: Subject['kind']) =>
  (call: Call): Answer =>
    answer(subjectJson(subjectOfKind(call, kind), call.store))

/** The groups that whoever is made shall be in from the start. */
function join(call: Call, subject: Subject): void {
  const { groups } = call.store.members
  for (const descriptor of (call.query.get('groupDescriptors') ?? '').split(',').filter(Boolean)) {
    if (!groups.all().some((group) => group.descriptor === descriptor)) throw subjectUnknown(descriptor)
    groups.memberships.add(subject.descriptor, descriptor)
  }
}

function told(call: Call, subject: Subject): Answer {
  join(call, subject)
  return created(subjectJson(subject, call.store), { location: subjectUrl(call.store, subject) })
}

export async function createGroup(call: Call): Promise<Answer> {
  requireAdministrator(call)
  const body = await bodyOf(call.request)
  const displayName = textIn(body, 'displayName')
  if (displayName === undefined) throw argumentRefused('The group has no displayName.')
  const name = { displayName, description: textIn(body, 'description') ?? '' }
  return told(call, call.store.members.groups.add(name, scopeOf(call)))
}

export async function createUser(call: Call): Promise<Answer> {
  requireAdministrator(call)
  const principalName = textIn(await bodyOf(call.request), 'principalName')
  if (principalName === undefined) throw argumentRefused('The user has no principalName.')
  return told(call, call.store.members.addUser(principalName, basic, call.now.getTime()))
}

/** Adds a service principal by the object ID of its enterprise application. */
export async function createServicePrincipal(call: Call): Promise<Answer> {
  requireAdministrator(call)
  const originId = textIn(await bodyOf(call.request), 'originId') ?? ''
  const principal = call.store.members.addServicePrincipal(originId, basic, call.now.getTime())
  if (!principal) throw applicationNotInTenant(originId)
  return told(call, principal)
}

/** A group's name and description, by JSON Patch. */
export async function updateGroup(call: Call): Promise<Answer> {
  requireAdministrator(call)
  const group = subjectOfKind(call, 'group')
  const patch = await listIn(call.request)
  const wanted = new Map(patch.map((operation) => [textIn(operation, 'path'), textIn(operation, 'value')]))
  const name = {
    displayName: wanted.get('/displayName') ?? group.displayName,
    description: wanted.get('/description') ?? group.description,
  }
  return answer(subjectJson(call.store.members.groups.rename(group, name), call.store))
}

export const deleteMember =
  (kind: 'user' | 'servicePrincipal') =>
  (call: Call): Answer => {
    requireAdministrator(call)
    call.store.members.remove(subjectOfKind(call, kind))
    return noContent
  }

export function deleteGroup(call: Call): Answer {
  requireAdministrator(call)
  call.store.members.groups.remove(subjectOfKind(call, 'group'))
  return noContent
}
