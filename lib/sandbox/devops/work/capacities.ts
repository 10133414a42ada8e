import 'server-only'
import type { Person } from '../../seed/model'
import { type Answer, answer, answerList } from '../protocol/answer'
import { bodyOf, type Call, listIn, type Members, membersOf } from '../protocol/call'
import { argumentRefused } from '../protocol/errors'
import type { Activity, Capacity, DateRange } from '../store/team-settings'
import { shownPerson } from '../wit/render'
import { totalsOf } from './capacity-totals'
import { iterationsLink, iterationUrl, settingsLink, type TeamContext, teamContext, teamLinks } from './team-context'
import { teamIteration, teamIterationUrl } from './team-iterations'

type Capacities = ReadonlyMap<string, Capacity>

/** The iteration in the address, with the capacities in it by member. */
interface Planned extends TeamContext {
  readonly iteration: ReturnType<typeof teamIteration>['iteration']
  readonly capacities: Capacities
}

function plannedIn(call: Call): Planned {
  const context = teamContext(call)
  const { iteration } = teamIteration(context, call.parameters[0] ?? '')
  return { ...context, iteration, capacities: context.settings.capacities.get(iteration.identifier) ?? new Map() }
}

const capacitiesUrl = (planned: Planned): string =>
  `${teamIterationUrl(planned, planned.iteration.identifier)}/capacities`

const shown = (planned: Planned, person: Person, { activities, daysOff }: Capacity) => ({
  teamMember: shownPerson(person, planned.store),
  activities,
  daysOff,
  url: `${capacitiesUrl(planned)}/${person.id}`,
})

function shownWithLinks(planned: Planned, person: Person, capacity: Capacity) {
  const about = shown(planned, person, capacity)
  const links = {
    ...teamLinks(planned, about.url),
    ...settingsLink(planned),
    ...iterationsLink(planned),
    teamIteration: { href: teamIterationUrl(planned, planned.iteration.identifier) },
    capacity: { href: capacitiesUrl(planned) },
    classificationNode: { href: iterationUrl(planned, planned.iteration) },
  }
  return { ...about, _links: links }
}

/** Whoever has a capacity; somebody may have left the team since. */
const planned = ({ store, capacities }: Planned) =>
  store.world.people.flatMap((person) => {
    const capacity = capacities.get(person.id)
    return capacity ? [{ person, capacity }] : []
  })

export function listCapacities(call: Call): Answer {
  const all = plannedIn(call)
  const members = planned(all)
  const { perDay, daysOff } = totalsOf(members.map(({ capacity }) => capacity))
  return answer({
    teamMembers: members.map(({ person, capacity }) => shown(all, person, capacity)),
    totalCapacityPerDay: perDay,
    totalDaysOff: daysOff,
  })
}

/** Wording unverified. */
const memberUnknown = (id: string) => argumentRefused(`The identity '${id}' is not a member of the team.`)

function memberOf({ store, capacities, team }: Planned, id: string): Person {
  const person = store.world.people.find((one) => one.id === id.toLowerCase())
  if (person && (capacities.has(person.id) || team.members.includes(person))) return person
  throw memberUnknown(id)
}

const none: Capacity = { activities: [], daysOff: [] }

export function getCapacity(call: Call): Answer {
  const all = plannedIn(call)
  const person = memberOf(all, call.parameters[1] ?? '')
  return answer(shownWithLinks(all, person, all.capacities.get(person.id) ?? none))
}

function activityIn(value: unknown): Activity {
  const { capacityPerDay, name } = membersOf(value)
  const hours = Number(capacityPerDay ?? 0)
  if (Number.isNaN(hours) || hours < 0)
    throw argumentRefused(`The value '${capacityPerDay}' is not valid for capacityPerDay.`)
  return { capacityPerDay: hours, name: typeof name === 'string' ? name : '' }
}

/** Days off as they were sent, once they are known to be dates. */
export function rangesIn(value: unknown): DateRange[] {
  const given = Array.isArray(value) ? value.map(membersOf) : []
  return given.map(({ start, end }) => {
    const range = { start: String(start), end: String(end) }
    const isInOrder = Date.parse(range.start) <= Date.parse(range.end)
    if (!isInOrder) throw argumentRefused(`The dates '${range.start}' and '${range.end}' are not valid for daysOff.`)
    return range
  })
}

const capacityIn = ({ activities, daysOff }: Members, before: Capacity): Capacity => ({
  activities: Array.isArray(activities) ? activities.map(activityIn) : before.activities,
  daysOff: Array.isArray(daysOff) ? rangesIn(daysOff) : before.daysOff,
})

function save({ store, project, team, settings, iteration }: Planned, capacities: Capacities): void {
  const all = new Map([...settings.capacities, [iteration.identifier, capacities] as const])
  store.teamSettings.change(project, team, { capacities: all })
}

/** `PATCH` of one member's. */
export async function changeCapacity(call: Call): Promise<Answer> {
  const all = plannedIn(call)
  const person = memberOf(all, call.parameters[1] ?? '')
  const capacity = capacityIn(await bodyOf(call.request), all.capacities.get(person.id) ?? none)
  save(all, new Map([...all.capacities, [person.id, capacity] as const]))
  return answer(shownWithLinks(all, person, capacity))
}

/** `PUT` of everybody's; who is not named has none any more. */
export async function replaceCapacities(call: Call): Promise<Answer> {
  const all = plannedIn(call)
  const given = (await listIn(call.request)).map((member) => ({
    person: memberOf(all, String(membersOf(member.teamMember).id)),
    capacity: capacityIn(member, none),
  }))
  save(all, new Map(given.map(({ person, capacity }) => [person.id, capacity])))
  return answerList(given.map(({ person, capacity }) => shown(all, person, capacity)))
}
