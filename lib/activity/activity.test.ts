import { eq } from 'drizzle-orm'
import { beforeEach, expect, it } from 'vitest'
import type { Member, Role } from '#lib/platform/access'
import { members, workspaces } from '#lib/platform/storage/tables'
import { testDatabase } from '#lib/platform/testing/database'
import { listActivity } from './list'
import { recordActivity } from './record'

const database = testDatabase()
const context = () => ({ db: database() })
let owner: Member

async function join(workspaceId: string, role: Role, name: string): Promise<Member> {
  const member = { id: crypto.randomUUID(), workspaceId, role }
  await database()
    .insert(members)
    .values({ ...member, name })
  return member
}

async function newWorkspace(): Promise<Member> {
  const id = crypto.randomUUID()
  await database().insert(workspaces).values({ id, name: 'Team' })
  return join(id, 'owner', 'Owner')
}

beforeEach(async () => {
  owner = await newWorkspace()
})

const certificate = (name: string) => ({ id: crypto.randomUUID(), name })

it('tells owners who did what to what and when, newest first', async () => {
  const editor = await join(owner.workspaceId, 'editor', 'Editor')
  const subject = certificate('Production')
  await recordActivity(context(), owner, 'signed_in_by_link')
  await recordActivity(context(), editor, 'certificate_added', subject)
  const { entries, before } = await listActivity(context(), owner)
  expect(entries).toMatchObject([
    { memberName: 'Editor', kind: 'certificate_added', subject },
    { memberName: 'Owner', kind: 'signed_in_by_link' },
  ])
  expect(entries[1]).not.toHaveProperty('subject')
  expect(Math.abs(Date.parse(entries[0]?.at ?? '') - Date.now())).toBeLessThan(60_000)
  expect(before).toBeUndefined()
})

it('keeps the names of the time, even of a member who has left', async () => {
  const editor = await join(owner.workspaceId, 'editor', 'Editor')
  await recordActivity(context(), editor, 'certificate_removed', certificate('Production'))
  await database().delete(members).where(eq(members.id, editor.id))
  expect((await listActivity(context(), owner)).entries).toMatchObject([
    { memberName: 'Editor', subject: { name: 'Production' } },
  ])
})

it.each(['viewer', 'editor'] as const)('is not for a %s', async (role) => {
  const member = await join(owner.workspaceId, role, 'Member')
  await expect(listActivity(context(), member)).rejects.toMatchObject({ code: 'role_insufficient' })
})

it('shows nothing of another workspace', async () => {
  await recordActivity(context(), await newWorkspace(), 'certificate_added', certificate('Theirs'))
  expect((await listActivity(context(), owner)).entries).toEqual([])
})

it('gives all of it page by page, each entry once', async () => {
  const names = Array.from({ length: 250 }, (_, index) => `Certificate ${index}`)
  for (const name of names) await recordActivity(context(), owner, 'certificate_added', certificate(name))
  const seen: string[] = []
  let before: number | undefined
  do {
    const page = await listActivity(context(), owner, before)
    seen.push(...page.entries.map(({ subject }) => subject?.name ?? ''))
    before = page.before
  } while (before !== undefined)
  expect(seen).toEqual(names.toReversed())
})
