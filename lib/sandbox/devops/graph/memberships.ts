import 'server-only'
import { type Answer, answer, created } from '../protocol/answer'
import type { Call } from '../protocol/call'
import { requireAdministrator } from '../security/rights'
import type { Store } from '../store/index'
import type { Subject } from '../store/members/subject'
import { notAMember } from './errors'
import { groupAt, subjectAt } from './find'
import { graphUrl, subjectUrl } from './subject-json'

const membershipJson = (member: Subject, container: Subject, store: Store) => ({
  containerDescriptor: container.descriptor,
  memberDescriptor: member.descriptor,
  _links: {
    self: { href: `${graphUrl(store)}/Memberships/${member.descriptor}/${container.descriptor}` },
    member: { href: subjectUrl(store, member) },
    container: { href: subjectUrl(store, container) },
  },
})

/** Up: the groups that it is directly in, which is the default; down: who is directly in it. */
export function listMemberships(call: Call): Answer {
  const { store, query } = call
  const subject = subjectAt(call)
  const { memberships } = store.members.groups
  const isDown = query.get('direction')?.toLowerCase() === 'down' || query.get('direction') === '2'
  const others = isDown ? memberships.membersOf(subject.descriptor) : memberships.containersOf(subject.descriptor)
  const value = others
    .flatMap((descriptor) => store.members.find(descriptor) ?? [])
    .map((other) => (isDown ? membershipJson(other, subject, store) : membershipJson(subject, other, store)))
  return answer({ count: value.length, value })
}

function existing(call: Call): readonly [Subject, Subject] {
  const member = subjectAt(call, 0)
  const container = groupAt(call, 1)
  if (!call.store.members.groups.memberships.has(member.descriptor, container.descriptor)) {
    throw notAMember(member.descriptor, container.descriptor)
  }
  return [member, container]
}

export const getMembership = (call: Call): Answer => answer(membershipJson(...existing(call), call.store))

const empty: Answer = { status: 200, json: '' }

export function checkMembership(call: Call): Answer {
  existing(call)
  return empty
}

export function addMembership(call: Call): Answer {
  requireAdministrator(call)
  const member = subjectAt(call, 0)
  const container = groupAt(call, 1)
  call.store.members.groups.memberships.add(member.descriptor, container.descriptor)
  return created(membershipJson(member, container, call.store))
}

export function removeMembership(call: Call): Answer {
  requireAdministrator(call)
  const [member, container] = existing(call)
  call.store.members.groups.memberships.remove(member.descriptor, container.descriptor)
  return empty
}

/** Whether it still has a place in the organization; what is removed here is gone, so everything that is found has. */
export function getMembershipState(call: Call): Answer {
  const subject = subjectAt(call)
  return answer({
    active: true,
    _links: {
      self: { href: `${graphUrl(call.store)}/MembershipStates/${subject.descriptor}` },
      member: { href: subjectUrl(call.store, subject) },
    },
  })
}
