import 'server-only'

/** What a date in a query means: an instant, and whether a time of day was given. */
export interface QueryDate {
  readonly instant: number
  readonly hasTime: boolean
}

const time = String.raw`(?:[T\s]+(?<hour>\d{1,2}):(?<minute>\d{2})(?::(?<second>\d{2})(?:\.(?<fraction>\d{1,7}))?)?\s*(?<zone>Z|[+-]\d{2}:?\d{2})?)?`

const forms = [
  new RegExp(String.raw`^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})${time}$`, 'i'),
  new RegExp(String.raw`^(?<month>\d{1,2})/(?<day>\d{1,2})/(?<year>\d{4})${time}$`, 'i'),
]

const minute = 60_000

/** Minutes east of Greenwich. */
function zoneOf(text: string | undefined): number {
  const [, sign, hours = 0, minutes = 0] = /^([+-])(\d{2}):?(\d{2})$/.exec(text ?? '') ?? []
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes))
}

/** Milliseconds since 1970, if the numbers name a day that exists and a time of it. */
function instantOf(groups: Readonly<Record<string, string | undefined>>): number | undefined {
  const [year, month, day, hour, minutes, second] = ['year', 'month', 'day', 'hour', 'minute', 'second'].map((name) =>
    Number(groups[name] ?? 0),
  ) as [number, number, number, number, number, number]
  const fraction = Math.floor(Number(`0.${groups.fraction ?? 0}`) * 1000)
  const date = new Date(Date.UTC(year, month - 1, day, hour, minutes, second, fraction))
  const exists = date.getUTCMonth() === month - 1 && date.getUTCDate() === day && hour < 24 && minutes < 60
  return exists ? date.getTime() - zoneOf(groups.zone) * minute : undefined
}

/** Reads `2026-01-05`, `1/5/2026` and both with a time. The sandbox's people all live in UTC. */
export function parseDate(text: string): QueryDate | undefined {
  for (const form of forms) {
    const groups = form.exec(text.trim())?.groups
    const instant = groups && instantOf(groups)
    if (groups && instant !== undefined) return { instant, hasTime: groups.hour !== undefined }
  }
  return undefined
}

export type Unit = 'd' | 'w' | 'M' | 'y' | 'h' | 'm'

/** That many units later, in UTC. */
export function shift(instant: number, amount: number, unit: Unit): number {
  const date = new Date(instant)
  if (unit === 'y') date.setUTCFullYear(date.getUTCFullYear() + amount)
  else if (unit === 'M') date.setUTCMonth(date.getUTCMonth() + amount)
  else if (unit === 'w') date.setUTCDate(date.getUTCDate() + amount * 7)
  else if (unit === 'd') date.setUTCDate(date.getUTCDate() + amount)
  else date.setTime(instant + amount * (unit === 'h' ? 60 : 1) * minute)
  return date.getTime()
}

/** The beginning of the day, week, month or year in which the instant lies. Weeks begin on Sunday, as in en-US. */
export function startOf(instant: number, unit: 'd' | 'w' | 'M' | 'y'): number {
  const date = new Date(instant)
  date.setUTCHours(0, 0, 0, 0)
  if (unit === 'w') date.setUTCDate(date.getUTCDate() - date.getUTCDay())
  if (unit === 'M' || unit === 'y') date.setUTCDate(1)
  if (unit === 'y') date.setUTCMonth(0)
  return date.getTime()
}
