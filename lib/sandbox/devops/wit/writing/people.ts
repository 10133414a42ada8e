import 'server-only'
import type { Person } from '../../../seed/model'
import type { Call } from '../../protocol/call'
import type { Store } from '../../store/index'
import { identityIdOf, subjectDescriptorOf } from '../../store/members/ids'
import type { Author } from '../../store/revision'

/** What stands in a service principal's `uniqueName` is unverified. */
function servicePrincipal(objectId: string, displayName: string, tenantId: string): Person {
  const id = identityIdOf(objectId)
  return { id, displayName, uniqueName: `${tenantId}\\${objectId}`, descriptor: subjectDescriptorOf('aadsp', id) }
}

/** Who a change will be of, and when. */
export const authorOf = ({ store, caller, now }: Pick<Call, 'store' | 'caller' | 'now'>): Author => ({
  by: servicePrincipal(caller.objectId, caller.displayName, store.tenantId),
  at: now.getTime(),
})

/** Whoever a field can name. Those of the seed come as the same objects, which are written faster. */
function people({ world, members, tenantId }: Store): Person[] {
  const seeded = new Set(world.people.map(({ id }) => id))
  const invited = members.users().filter(({ id }) => !seeded.has(id))
  return [
    ...world.people,
    ...invited.map((user) => ({ ...user, uniqueName: user.principalName })),
    ...members.servicePrincipals().map((one) => servicePrincipal(one.originId, one.displayName, tenantId)),
  ]
}

const textOf = (value: object): string | undefined => {
  const { descriptor, id, uniqueName, displayName }: Partial<Record<keyof Person, unknown>> = { ...value }
  return [descriptor, id, uniqueName, displayName].find((one) => typeof one === 'string' && one !== '')?.toString()
}

/** Somebody by unique name, display name, `Name <mail>`, ID or descriptor, or by an object that has one of those. */
export function findPerson(value: unknown, store: Store): Person | undefined {
  const text = typeof value === 'object' && value !== null ? textOf(value) : String(value)
  const wanted = text?.trim().toLowerCase()
  const mail = /<([^<>]+)>$/.exec(wanted ?? '')?.[1]
  return people(store).find(({ uniqueName, displayName, id, descriptor }) =>
    [uniqueName, displayName, id, descriptor].some((name) => [wanted, mail].includes(name.toLowerCase())),
  )
}

/** What a field holds that was set with rules off to somebody who does not exist. */
export const stranger = (name: string): Person => ({ id: '', displayName: name, uniqueName: name, descriptor: '' })
