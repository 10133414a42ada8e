import 'server-only'
import { groupName } from '../graph/subject-json'
import { type Answer, answer, answerList } from '../protocol/answer'
import type { Call } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import type { Store } from '../store/index'
import type { Subject } from '../store/members/subject'
import { identityDescriptorOf } from './identity-descriptor'

const text = (value: string) => ({ $type: 'System.String', $value: value })

function accountOf(subject: Subject): string {
  if (subject.kind === 'group') return subject.displayName
  return subject.kind === 'user' ? subject.principalName : subject.originId
}

function propertiesOf(subject: Subject, { tenantId, world }: Store) {
  const isGroup = subject.kind === 'group'
  const account = accountOf(subject)
  return {
    SchemaClassName: text(isGroup ? 'Group' : 'User'),
    Description: text(isGroup ? subject.description : ''),
    Domain: text(isGroup ? (subject.project?.id ?? world.id) : tenantId),
    Account: text(account),
    ...(isGroup
      ? {
          SecurityGroup: text('SecurityGroup'),
          SpecialType: text('Generic'),
          ScopeName: text(subject.project?.name ?? ''),
        }
      : {
          DN: text(''),
          Mail: text(subject.kind === 'user' ? account : ''),
          SpecialType: text('Generic'),
          'http://schemas.microsoft.com/identity/claims/objectidentifier': text(subject.originId),
          DirectoryAlias: text(account.split('@')[0] ?? ''),
        }),
  }
}

interface Expansion {
  readonly members: boolean
  readonly memberOf: boolean
}

const expansions: Readonly<Record<string, Expansion>> = {
  none: { members: false, memberOf: false },
  direct: { members: true, memberOf: true },
  expanded: { members: true, memberOf: true },
  expandedup: { members: false, memberOf: true },
  expandeddown: { members: true, memberOf: false },
}

/** An identity as the older API tells it; a person's members have a type and a value. */
function identityJson(subject: Subject, store: Store, { members, memberOf }: Expansion) {
  const { memberships } = store.members.groups
  const toDescriptor = (descriptor: string) => {
    const other = store.members.find(descriptor)
    return other ? [identityDescriptorOf(other, store)] : []
  }
  const below = members ? memberships.membersOf(subject.descriptor) : []
  const above = memberOf ? memberships.containersOf(subject.descriptor) : []
  return {
    id: subject.id,
    descriptor: identityDescriptorOf(subject, store),
    subjectDescriptor: subject.descriptor,
    providerDisplayName: subject.kind === 'group' ? groupName(subject, store) : subject.displayName,
    isActive: true,
    ...(subject.kind === 'group' ? { isContainer: true } : {}),
    members: below.flatMap(toDescriptor),
    memberOf: above.flatMap(toDescriptor),
    memberIds: below.flatMap((descriptor) => store.members.find(descriptor)?.id ?? []),
    properties: propertiesOf(subject, store),
    resourceVersion: 2,
    metaTypeId: subject.kind === 'group' ? 255 : 0,
  }
}

const all = ({ members }: Store): readonly Subject[] => [
  ...members.users(),
  ...members.servicePrincipals(),
  ...members.groups.all(),
]

type Finder = (subject: Subject, wanted: string, store: Store) => boolean

const startsWith = (value: string, wanted: string): boolean => value.toLowerCase().startsWith(wanted)

const byAccount: Finder = (subject, wanted) => accountOf(subject).toLowerCase() === wanted
const byName: Finder = (subject, wanted, store) =>
  startsWith(subject.displayName, wanted) ||
  startsWith(accountOf(subject), wanted) ||
  (subject.kind === 'group' && groupName(subject, store).toLowerCase() === wanted)

const finders: Readonly<Record<string, Finder>> = {
  general: byName,
  displayname: (subject, wanted) => subject.displayName.toLowerCase() === wanted,
  accountname: byAccount,
  mailaddress: (subject, wanted) => subject.kind === 'user' && subject.principalName.toLowerCase() === wanted,
  directoryalias: (subject, wanted) => accountOf(subject).split('@')[0]?.toLowerCase() === wanted,
}

function search({ store, query }: Call, expansion: Expansion): Answer {
  const kind = query.get('searchFilter')
  const wanted = query.get('filterValue')?.toLowerCase()
  const finder = finders[(kind ?? '').toLowerCase()]
  if (!finder || !wanted) throw argumentRefused('The search filter or its value is missing or not known.')
  const found = all(store).filter((subject) => finder(subject, wanted, store))
  return answerList(found.map((subject) => identityJson(subject, store, expansion)))
}

/** Where identities are named one by one; at the place of one that nobody has stands null. */
const named: readonly (readonly [parameter: string, find: (store: Store, key: string) => Subject | undefined])[] = [
  ['identityIds', ({ members }, key) => members.findById(key)],
  ['subjectDescriptors', ({ members }, key) => members.find(key)],
  [
    'descriptors',
    (store, key) => all(store).find((one) => identityDescriptorOf(one, store).toLowerCase() === key.toLowerCase()),
  ],
]

/** Searches, or reads those that are named by ID or by either kind of descriptor. */
export function readIdentities(call: Call): Answer {
  const { store, query } = call
  const expansion = expansions[(query.get('queryMembership') ?? 'none').toLowerCase()] ?? {
    members: false,
    memberOf: false,
  }
  for (const [parameter, find] of named) {
    const keys = query.get(parameter)
    if (keys === null) continue
    const found = keys.split(',').map((key) => find(store, key))
    return answerList(found.map((subject) => (subject ? identityJson(subject, store, expansion) : null)))
  }
  return search(call, expansion)
}

export function getIdentity({ store, parameters: [id = ''] }: Call): Answer {
  const subject = store.members.findById(id) ?? store.members.find(id)
  return answer(subject ? identityJson(subject, store, { members: false, memberOf: false }) : null)
}
