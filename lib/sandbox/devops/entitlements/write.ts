import 'server-only'
import { type Answer, answer, noContent } from '../protocol/answer'
import { bodyOf, type Call, listIn, type Members, membersOf, textIn } from '../protocol/call'
import { requireAdministrator } from '../security/rights'
import { guidOf } from '../store/members/ids'
import type { Licence } from '../store/members/licences'
import type { Member } from '../store/members/subject'
import { change, isFailure, joinProject, type Outcome, wantedLicence } from './changes'
import { entitlementJson } from './entitlement-json'
import { applicationUnknown, type Failure, memberUnknown, nameMissing } from './errors'

export type MemberKind = Member['kind']

const nobody = '00000000-0000-0000-0000-000000000000'

function findMember({ store }: Call, kind: MemberKind, id: string): Member {
  const subject = store.members.findById(id)
  if (subject?.kind !== kind) throw memberUnknown(id)
  return subject
}

/** One result per operation, under the names that its kind of member has. */
const outcomeJson = (kind: MemberKind, id: string, { errors, result }: Outcome) => ({
  [`${kind}Id`]: id,
  isSuccess: errors.length === 0,
  errors,
  result,
})

function createMember({ store, now }: Call, kind: MemberKind, about: Members, licence: Licence): Member | Failure {
  const { members } = store
  const at = now.getTime()
  if (kind === 'user') {
    const name = textIn(about, 'principalName')
    return name === undefined ? nameMissing : members.addUser(name, licence, at)
  }
  const objectId = textIn(about, 'originId') ?? ''
  return members.addServicePrincipal(objectId, licence, at) ?? applicationUnknown(objectId)
}

interface Added extends Outcome {
  readonly id: string
}

function add(call: Call, kind: MemberKind, entitlement: Members): Added {
  const failure = (error: Failure): Added => ({ id: nobody, errors: [error], result: null })
  const licence = wantedLicence(membersOf(entitlement.accessLevel))
  if (isFailure(licence)) return failure(licence)
  const member = createMember(call, kind, membersOf(entitlement[kind]), licence)
  if (!('kind' in member)) return failure(member)
  const { projectEntitlements } = entitlement
  const wanted: readonly unknown[] = Array.isArray(projectEntitlements) ? projectEntitlements : []
  const joined = wanted.map((one) => joinProject(call, member, membersOf(one)))
  const errors = joined.flatMap((outcome) => outcome.errors)
  return { id: member.id, errors, result: entitlementJson(member, call.store) }
}

/**
 * Adds one member. Who cannot be added is told in an answer with status 200: the object ID or client ID of an app
 * registration, for example, instead of the object ID of its enterprise application.
 */
export const addEntitlement =
  (kind: MemberKind) =>
  async (call: Call): Promise<Answer> => {
    requireAdministrator(call)
    const added = add(call, kind, await bodyOf(call.request))
    return answer({
      operationResult: outcomeJson(kind, added.id, added),
      isSuccess: added.errors.length === 0,
      [`${kind}Entitlement`]: added.result,
    })
  }

/** Changes one member by a JSON Patch. */
export const updateEntitlement =
  (kind: MemberKind) =>
  async (call: Call): Promise<Answer> => {
    requireAdministrator(call)
    const member = findMember(call, kind, call.parameters[0] ?? '')
    const operations = await listIn(call.request)
    const outcomes = operations.map((operation) => change(call, member, operation, textIn(operation, 'path') ?? ''))
    return answer({
      operationResults: outcomes.map((outcome) => outcomeJson(kind, member.id, outcome)),
      isSuccess: outcomes.every(({ errors }) => errors.length === 0),
      [`${kind}Entitlement`]: entitlementJson(member, call.store),
    })
  }

/** Paths begin with the member's ID; an empty one adds a member. */
function changeAny(call: Call, kind: MemberKind, operation: Members): Added {
  const path = textIn(operation, 'path') ?? ''
  const [id, ...rest] = path.split('/').filter((part) => part !== '')
  if (id === undefined) return add(call, kind, membersOf(operation.value))
  const member = findMember(call, kind, id)
  return { id: member.id, ...change(call, member, operation, rest.join('/')) }
}

/** Changes and adds any members by a JSON Patch. */
export const updateEntitlements =
  (kind: MemberKind) =>
  async (call: Call): Promise<Answer> => {
    requireAdministrator(call)
    const added = (await listIn(call.request)).map((operation) => changeAny(call, kind, operation))
    const isSuccess = added.every(({ errors }) => errors.length === 0)
    return answer({
      id: guidOf(JSON.stringify([call.now, added.map(({ id }) => id)])),
      status: isSuccess ? 'succeeded' : 'failed',
      haveResultsSucceeded: isSuccess,
      completed: true,
      results: added.map((one) => outcomeJson(kind, one.id, one)),
    })
  }

/** The specification says 200, the service answers 204. */
export const deleteEntitlement =
  (kind: MemberKind) =>
  (call: Call): Answer => {
    requireAdministrator(call)
    call.store.members.remove(findMember(call, kind, call.parameters[0] ?? ''))
    return noContent
  }

export const getEntitlement =
  (kind: MemberKind) =>
  (call: Call): Answer =>
    answer(entitlementJson(findMember(call, kind, call.parameters[0] ?? ''), call.store, { withProjects: true }))
