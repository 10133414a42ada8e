import { expect, test } from 'vitest'
import type { Member } from '#lib/platform/access'
import { workspaces } from '#lib/platform/storage/tables'
import { testDatabase } from '#lib/platform/testing/database'
import { createVault } from '#lib/platform/vault/vault'
import { generateCertificate } from '../generate'
import { expiryCalendar } from './calendar'

const database = testDatabase()
const context = () => ({ db: database(), vault: createVault([{ kid: 'test', key: new Uint8Array(32) }]) })

test('the calendar file of a certificate is stable, named after it, and for its own workspace only', async () => {
  const editor: Member = { id: crypto.randomUUID(), workspaceId: crypto.randomUUID(), role: 'editor' }
  await database().insert(workspaces).values({ id: editor.workspaceId, name: 'Team' })
  const wish = { name: 'Laptop & lab', commonName: 'x', lifetimeDays: 90, keySize: 2048 } as const
  const { id, notAfter } = await generateCertificate(context(), editor, wish)
  const fileOn = (day: string) => expiryCalendar(context(), { ...editor, role: 'viewer' }, id, new Date(day))
  const [file, later] = [await fileOn('2026-01-01'), await fileOn('2026-01-02')]
  const text = new TextDecoder().decode(file.bytes)
  expect(file).toMatchObject({ fileName: 'Laptop-lab.ics', contentType: 'text/calendar; charset=utf-8' })
  expect(text).toContain(`UID:certificate-${id}@certboard\r\n`)
  expect(text).toContain(`DTSTART:${notAfter.replace(/[-:]|\.\d+/g, '')}\r\n`)
  expect(new TextDecoder().decode(later.bytes)).toBe(text.replace('DTSTAMP:20260101', 'DTSTAMP:20260102'))
  const stranger: Member = { ...editor, workspaceId: crypto.randomUUID() }
  await expect(expiryCalendar(context(), stranger, id)).rejects.toMatchObject({ code: 'not_found' })
})
