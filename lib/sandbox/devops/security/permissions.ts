import 'server-only'
import { type Answer, answer } from '../protocol/answer'
import { bodyOf, type Call, type Members, membersOf, textIn } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import type { Store } from '../store/index'
import type { Subject } from '../store/members/subject'
import { defaultBits, projectOf } from './defaults'
import { namespaceUnknown } from './errors'
import type { SecurityNamespace } from './namespace'
import { securityNamespaces } from './namespaces'

export function namespaceOf(id: string): SecurityNamespace {
  const namespace = securityNamespaces.find((one) => one.id === id.toLowerCase())
  if (!namespace) throw namespaceUnknown(id)
  return namespace
}

/** The token and those above it, the nearest first: `a/b`, `a`. */
function* lineage(token: string, separator: string): Generator<string> {
  for (let end = token.length; end > 0; end = token.lastIndexOf(separator, end - 1)) yield token.slice(0, end)
}

/** What follows from the groups that somebody is in. */
function bitsByRole(namespace: SecurityNamespace, token: string, subject: Subject, store: Store): number {
  const roles = store.members.groups.rolesOf(subject, projectOf(namespace, token, store.world))
  return [...roles].reduce((bits, role) => bits | defaultBits(namespace, role), 0)
}

/**
 * The bits that somebody has at a token. What was set by hand nearest to the token decides, and there a denial decides
 * before a permission; what nothing was said of follows from the groups.
 */
export function effectiveBits(namespace: SecurityNamespace, token: string, subject: Subject, store: Store): number {
  const who = [subject.descriptor, ...store.members.groups.memberships.closure(subject.descriptor)]
  let allowed = 0
  let decided = 0
  for (const place of lineage(token, namespace.separator)) {
    const entries = who.flatMap((descriptor) => store.accessControl.entry(namespace.id, place, descriptor) ?? [])
    const deny = entries.reduce((bits, entry) => bits | entry.deny, 0)
    const allow = entries.reduce((bits, entry) => bits | entry.allow, 0)
    allowed |= allow & ~deny & ~decided
    decided |= allow | deny
  }
  return allowed | (bitsByRole(namespace, token, subject, store) & ~decided)
}

interface Question {
  readonly namespace: SecurityNamespace
  readonly token: string
  readonly bits: number
  readonly alwaysAllowAdministrators: boolean
}

/** Whether whoever calls has all of the bits. */
function isAllowed({ store, caller }: Call, { namespace, token, bits, alwaysAllowAdministrators }: Question): boolean {
  const subject = store.members.findServicePrincipal(caller.objectId)
  if (!subject) return false
  const isAdministrator = store.members.groups.rolesOf(subject).has('collection administrators')
  if (alwaysAllowAdministrators && isAdministrator) return true
  return (effectiveBits(namespace, token, subject, store) & bits) === bits
}

function bitsIn(text: string): number {
  if (!/^\d{1,9}$/.test(text)) throw argumentRefused(`The value '${text}' is not valid for permissions.`)
  return Number(text)
}

/** One answer per token; tokens are parted by commas unless another delimiter is given. */
export function hasPermissions(call: Call): Answer {
  const { query, parameters } = call
  const [id = '', permissions = ''] = parameters
  const question = {
    namespace: namespaceOf(id),
    bits: bitsIn(permissions),
    alwaysAllowAdministrators: query.get('alwaysAllowAdministrators')?.toLowerCase() === 'true',
  }
  const tokens = (query.get('tokens') ?? query.get('token') ?? '').split(query.get('delimiter') || ',')
  const value = tokens.map((token) => isAllowed(call, { ...question, token }))
  return answer({ count: value.length, value })
}

function evaluate(call: Call, evaluation: Members, alwaysAllowAdministrators: boolean) {
  const securityNamespaceId = textIn(evaluation, 'securityNamespaceId') ?? ''
  const token = textIn(evaluation, 'token') ?? ''
  const bits = Number(evaluation.permissions)
  const question = { namespace: namespaceOf(securityNamespaceId), token, bits, alwaysAllowAdministrators }
  return { securityNamespaceId, token, permissions: bits, value: isAllowed(call, question) }
}

/** Any questions about the caller at once; each comes back with its answer. */
export async function evaluatePermissions(call: Call): Promise<Answer> {
  const { alwaysAllowAdministrators = false, evaluations } = await bodyOf(call.request)
  if (!Array.isArray(evaluations)) throw argumentRefused('The evaluations are missing.')
  const always = alwaysAllowAdministrators === true
  return answer({
    alwaysAllowAdministrators: always,
    evaluations: evaluations.map((evaluation) => evaluate(call, membersOf(evaluation), always)),
  })
}
