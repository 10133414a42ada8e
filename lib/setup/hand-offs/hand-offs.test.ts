import { randomBytes } from 'node:crypto'
import { beforeEach, describe, expect, it } from 'vitest'
import type { Member } from '#lib/platform/access'
import { handOffs, members, workspaces } from '#lib/platform/storage/tables'
import { testDatabase } from '#lib/platform/testing/database'
import { createVault } from '#lib/platform/vault/vault'
import type { SetupDraft } from '../schema'
import { createHandOff } from './create'
import { getHandOff } from './get'
import { openHandOff, shownToHelper } from './open'
import { reportHandOff } from './report'
import { revokeHandOff } from './revoke'
import { updateHandOffs } from './update'

const database = testDatabase()
const vault = createVault([{ kid: '1', key: randomBytes(32) }])
const context = () => ({ db: database(), vault })
const draft: SetupDraft = { organization: 'contoso', appName: 'Certboard for contoso' }
let editor: Member

beforeEach(async () => {
  editor = { id: crypto.randomUUID(), workspaceId: crypto.randomUUID(), role: 'editor' }
  await database().insert(workspaces).values({ id: editor.workspaceId, name: 'Team' })
  await database()
    .insert(members)
    .values({ ...editor, name: 'Editor' })
})

const create = (helper: 'entra' | 'organization' = 'entra', days: 1 | 7 = 7) =>
  createHandOff(context(), editor, { helper, days }, draft)
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000)

describe('a link for a helper', () => {
  it('opens the values of the setup for whoever has it, on behalf of the one who made it', async () => {
    const { id, secret } = await create()
    expect(await openHandOff(context(), secret)).toEqual({ id, helper: 'entra', memberId: editor.id, draft })
  })

  it('is kept as a hash, and its values sealed', async () => {
    const { secret } = await create()
    const rows = JSON.stringify(await database().select().from(handOffs))
    expect(rows).not.toContain(secret)
    expect(rows).not.toMatch(/contoso/i)
  })

  it('shows no more than the steps of a helper need', () => {
    const whole: SetupDraft = { ...draft, certificateId: crypto.randomUUID(), handOffs: [], name: 'Mine', helpers: [] }
    expect(shownToHelper(whole)).toEqual(draft)
  })

  it('ends on its day', async () => {
    const { secret } = await create('entra', 1)
    await expect(openHandOff(context(), secret, inDays(0.9))).resolves.toMatchObject({ draft })
    await expect(openHandOff(context(), secret, inDays(1.1))).rejects.toMatchObject({ code: 'hand_off_expired' })
    await expect(reportHandOff(context(), secret, {}, inDays(1.1))).rejects.toMatchObject({ code: 'hand_off_expired' })
  })

  it('opens nothing once it was taken back', async () => {
    const { id, secret } = await create()
    await revokeHandOff(context(), editor, id)
    await expect(openHandOff(context(), secret)).rejects.toMatchObject({ code: 'hand_off_revoked' })
    await expect(reportHandOff(context(), secret, {})).rejects.toMatchObject({ code: 'hand_off_revoked' })
    expect((await getHandOff(context(), editor, id)).revokedAt).toBeDefined()
  })

  it('that nobody made opens nothing', async () => {
    const secret = randomBytes(32).toString('base64url')
    await expect(openHandOff(context(), secret)).rejects.toMatchObject({ code: 'hand_off_invalid' })
  })

  it('is gone with the member who made it', async () => {
    const { secret } = await create()
    await database().delete(members)
    await expect(openHandOff(context(), secret)).rejects.toMatchObject({ code: 'hand_off_invalid' })
  })
})

describe('what a helper reports', () => {
  it('is seen by the one who asked, together with the opening of the link', async () => {
    const { id, secret } = await create()
    expect((await getHandOff(context(), editor, id)).openedAt).toBeUndefined()
    await openHandOff(context(), secret)
    const report: SetupDraft = { clientId: 'a client ID', marked: [1, 2] }
    await reportHandOff(context(), secret, report)
    const seen = await getHandOff(context(), editor, id)
    expect(seen).toMatchObject({ helper: 'entra', report })
    expect(seen.openedAt).toBeDefined()
    expect((await openHandOff(context(), secret)).draft).toEqual({ ...draft, ...report })
  })

  it('adds to what was reported before', async () => {
    const { id, secret } = await create()
    await reportHandOff(context(), secret, { clientId: 'a client ID' })
    await reportHandOff(context(), secret, { marked: [1] })
    expect((await getHandOff(context(), editor, id)).report).toEqual({ clientId: 'a client ID', marked: [1] })
  })

  it('is only what the helper was asked for', async () => {
    const everything: SetupDraft = {
      clientId: 'a client ID',
      servicePrincipalObjectId: 'an object ID',
      organization: 'elsewhere',
      certificateId: 'another',
      scope: 'another',
      sandbox: false,
      marked: [1, 4, 6],
    }
    const [entra, organization] = [await create('entra'), await create('organization')]
    await reportHandOff(context(), entra.secret, everything)
    await reportHandOff(context(), organization.secret, everything)
    const reportOf = async (id: string) => (await getHandOff(context(), editor, id)).report
    expect(await reportOf(entra.id)).toEqual({ clientId: 'a client ID', marked: [1] })
    expect(await reportOf(organization.id)).toEqual({ servicePrincipalObjectId: 'an object ID', marked: [4] })
  })
})

describe('the one who asked', () => {
  it('lets helpers see values that were entered since', async () => {
    const { id, secret } = await create()
    const gone = crypto.randomUUID()
    await updateHandOffs(context(), editor, { ...draft, appName: 'Renamed', handOffs: [gone, id] })
    expect((await openHandOff(context(), secret)).draft.appName).toBe('Renamed')
  })

  it('is a member of the workspace, and no viewer', async () => {
    const { id } = await create()
    const stranger = { ...editor, workspaceId: crypto.randomUUID() }
    const viewer: Member = { ...editor, role: 'viewer' }
    await expect(getHandOff(context(), stranger, id)).rejects.toMatchObject({ code: 'not_found' })
    await expect(revokeHandOff(context(), stranger, id)).rejects.toMatchObject({ code: 'not_found' })
    const refused = { code: 'role_insufficient' }
    await expect(getHandOff(context(), viewer, id)).rejects.toMatchObject(refused)
    await expect(revokeHandOff(context(), viewer, id)).rejects.toMatchObject(refused)
    await expect(updateHandOffs(context(), viewer, draft)).rejects.toMatchObject(refused)
    await expect(createHandOff(context(), viewer, { helper: 'entra', days: 7 }, draft)).rejects.toMatchObject(refused)
  })
})
