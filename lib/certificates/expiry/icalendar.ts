import 'server-only'

/** Something that happens at an instant, of which people want to be reminded some days before. */
interface CalendarEvent {
  /** The same whenever the same event is written, so that a calendar replaces what it has. */
  readonly uid: string
  readonly at: Date
  readonly summary: string
  readonly description: string
  readonly alarmDays: readonly number[]
}

/** Octets in a line, without its end (RFC 5545 §3.1). */
const lineLength = 75

/** Long lines go on after a line end and a blank; a character is never cut in two. */
function folded(line: string): string {
  const lines: string[] = []
  let current = ''
  for (const character of line) {
    if (Buffer.byteLength(current + character) > lineLength) {
      lines.push(current)
      current = ' '
    }
    current += character
  }
  return [...lines, current].join('\r\n')
}

/** §3.3.11: what would end or split a value is written otherwise. */
const text = (value: string): string => value.replace(/[\\;,]/g, '\\$&').replace(/\r\n|\r|\n/g, '\\n')

/** §3.3.5, form 2: in UTC. */
const dateTime = (date: Date): string => date.toISOString().replace(/[-:]|\.\d+/g, '')

const alarm = (days: number, summary: string): string[] => [
  'BEGIN:VALARM',
  'ACTION:DISPLAY',
  `DESCRIPTION:${text(summary)}`,
  `TRIGGER:-P${days}D`,
  'END:VALARM',
]

/** A calendar with one event, as calendar programs import it. Source: RFC 5545. */
export function iCalendar({ uid, at, summary, description, alarmDays }: CalendarEvent, now: Date): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Certboard//Certificates//EN',
    'BEGIN:VEVENT',
    `UID:${uid}`,
    `DTSTAMP:${dateTime(now)}`,
    `DTSTART:${dateTime(at)}`,
    `SUMMARY:${text(summary)}`,
    `DESCRIPTION:${text(description)}`,
    'TRANSP:TRANSPARENT',
    ...alarmDays.flatMap((days) => alarm(days, summary)),
    'END:VEVENT',
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}
