import 'server-only'
import { recordActivity } from '#lib/activity/record'
import type { ActivityKind, ActivitySubject } from '#lib/activity/schema'
import type { Connection } from '#lib/connections/schema'
import type { Member } from '#lib/platform/access'
import type { HandOff } from '#lib/setup/hand-offs/schema'
import type { Helper } from '#lib/setup/schema'
import { storageContext } from './context'

/** Writes down what the member has just done. Whatever else the subject knows of itself is left out. */
export async function record(member: Member, kind: ActivityKind, subject?: ActivitySubject): Promise<void> {
  const named = subject && { id: subject.id, name: subject.name }
  await recordActivity(await storageContext(), member, kind, named)
}

export const subjectOfConnection = ({ id, settings }: Pick<Connection, 'id' | 'settings'>): ActivitySubject => ({
  id,
  name: settings.name,
})

const helperNames: Readonly<Record<Helper, string>> = {
  entra: 'Entra administrator',
  organization: 'administrator of the organization',
}

/** How a hand-off is called in the activity: nothing of its link is in the name. */
export const subjectOfHandOff = ({ id, helper }: Pick<HandOff, 'id' | 'helper'>): ActivitySubject => ({
  id,
  name: helperNames[helper],
})
