import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { iCalendar } from './icalendar'

const now = new Date('2026-03-02T10:00:00.123Z')
const event = {
  uid: 'certificate-1@certboard',
  at: new Date('2027-01-31T23:59:59Z'),
  summary: 'Certificate “Production” ends',
  description: 'Subject: CN=Ürün\\, Ltd.; O="x"\nSHA-1 thumbprint: AB',
  alarmDays: [30, 14, 7, 1],
}

/** As a calendar program reads it, one that we did not write. */
function read(text: string) {
  const component = new ICAL.Component(ICAL.parse(text)).getFirstSubcomponent('vevent')
  if (!component) throw new Error('There is no event.')
  return { component, event: new ICAL.Event(component) }
}

test('a calendar program reads what was meant', () => {
  const { component, event: found } = read(iCalendar(event, now))
  expect(found.uid).toBe(event.uid)
  expect(found.summary).toBe(event.summary)
  expect(found.description).toBe(event.description)
  expect(found.startDate.toJSDate()).toEqual(event.at)
  expect(component.getFirstPropertyValue('dtstamp')?.toString()).toBe('2026-03-02T10:00:00Z')
})

test('it has an alarm as many days before as were asked for', () => {
  const alarms = read(iCalendar(event, now)).component.getAllSubcomponents('valarm')
  expect(alarms.map((alarm) => alarm.getFirstPropertyValue('trigger')?.toString())).toEqual([
    '-P30D',
    '-P14D',
    '-P7D',
    '-P1D',
  ])
  expect(alarms.map((alarm) => alarm.getFirstPropertyValue('action'))).toEqual(Array(4).fill('DISPLAY'))
})

test('lines end with CRLF and have at most 75 octets, whatever stands in them, and nothing of it is lost', () => {
  const unicode = fc.string({ unit: 'grapheme', maxLength: 300 }).filter((text) => !/[\p{Cc}\p{Cs}]/u.test(text))
  const multiline = fc.array(unicode, { maxLength: 3 }).map((lines) => lines.join('\n'))
  fc.assert(
    fc.property(unicode, multiline, (summary, description) => {
      const text = iCalendar({ ...event, summary, description }, now)
      const lines = text.split('\r\n')
      expect(lines.pop()).toBe('')
      expect(lines.filter((line) => /[\r\n]/.test(line) || Buffer.byteLength(line) > 75)).toEqual([])
      expect(read(text).event).toMatchObject({ summary, description })
    }),
  )
})
