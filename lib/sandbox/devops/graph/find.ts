import 'server-only'
import type { Call } from '../protocol/call'
import type { Group, Subject } from '../store/members/subject'
import { subjectUnknown } from './errors'

/** The subject whose descriptor is the parameter at that place in the address. */
export function subjectAt({ store, parameters }: Call, at = 0): Subject {
  const descriptor = parameters[at] ?? ''
  const subject = store.members.find(descriptor)
  if (!subject) throw subjectUnknown(descriptor)
  return subject
}

/** As `subjectAt`, where only one kind of subject is. */
export function subjectOfKind<K extends Subject['kind']>(call: Call, kind: K): Extract<Subject, { kind: K }> {
  const subject = subjectAt(call)
  if (!isOfKind(subject, kind)) throw subjectUnknown(subject.descriptor)
  return subject
}

const isOfKind = <K extends Subject['kind']>(subject: Subject, kind: K): subject is Extract<Subject, { kind: K }> =>
  subject.kind === kind

export function groupAt(call: Call, at: number): Group {
  const subject = subjectAt(call, at)
  if (subject.kind !== 'group') throw subjectUnknown(subject.descriptor)
  return subject
}
