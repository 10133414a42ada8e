/** A rotation from its first step to its last, with real certificates, against the sandbox. */
import { beforeEach, expect, test } from 'vitest'
import { generateCertificate } from '#lib/certificates/generate'
import { publicFile } from '#lib/certificates/public-file'
import { removeCertificate } from '#lib/certificates/remove'
import type { Certificate } from '#lib/certificates/schema'
import { certificateSigner } from '#lib/certificates/signer'
import { checkConnection } from '#lib/connections/check'
import { createConnection } from '#lib/connections/create'
import { getConnection } from '#lib/connections/get'
import { cancelRotation, prepareRotation } from '#lib/connections/rotation/prepare'
import { recordPreviousUse } from '#lib/connections/rotation/record-previous-use'
import { retirePreviousCertificate } from '#lib/connections/rotation/retire'
import type { Signing } from '#lib/connections/rotation/schema'
import { switchCertificate, switchCertificateBack } from '#lib/connections/rotation/switch'
import { tryCertificate } from '#lib/connections/rotation/try-certificate'
import { type CheckResult, connectionInput, type FinishedTest } from '#lib/connections/schema'
import { updateConnection } from '#lib/connections/update'
import type { Member } from '#lib/platform/access'
import { workspaces } from '#lib/platform/storage/tables'
import { testDatabase } from '#lib/platform/testing/database'
import { createVault } from '#lib/platform/vault/vault'
import { createSandbox, type Sandbox } from '#lib/sandbox/index'
import { openLink, openTrialLink } from './open-link'

const database = testDatabase()
const vault = createVault([{ kid: 'test', key: new Uint8Array(32) }])
const context = () => ({ db: database(), vault })
const openKeyVault = () => expect.unreachable('no key is in a key vault')
const day = 86_400_000

let editor: Member
let sandbox: Sandbox
let old: Certificate
let young: Certificate
let id: string

const newCertificate = (name: string) =>
  generateCertificate(context(), editor, { name, commonName: name, lifetimeDays: 90, keySize: 2048 })

async function upload(certificate: Certificate): Promise<void> {
  const { bytes } = await publicFile(context(), editor, certificate.id, 'pem')
  sandbox.control.uploadCertificate(new TextDecoder().decode(bytes))
}

/** A connection that works with the old certificate; the young one is made, but not uploaded. */
beforeEach(async () => {
  editor = { id: crypto.randomUUID(), workspaceId: crypto.randomUUID(), role: 'editor' }
  await database().insert(workspaces).values({ id: editor.workspaceId, name: 'Team' })
  sandbox = await createSandbox({ items: 20 })
  old = await newCertificate('old')
  young = await newCertificate('young')
  await upload(old)
  const { tokenUrl, clientId, scope, organization } = sandbox.info
  const input = { name: 'Contoso', tokenUrl, clientId, scope, organization, certificateId: old.id }
  id = (await createConnection(context(), editor, connectionInput.parse(input))).id
})

const connection = () => getConnection(context(), editor, id)
const ground = () => ({
  fetch: sandbox.fetch,
  signerOf: (certificateId: string) =>
    certificateSigner({ ...context(), openKeyVault }, editor.workspaceId, certificateId),
})
const trial = async (signing: Signing) => openTrialLink(ground(), await connection(), signing)
const tryOne = async (signing: Signing) => tryCertificate(await trial(signing), editor, signing)
const prepare = () => prepareRotation(context(), editor, id, young.id)
const switchOver = async (now?: Date) =>
  switchCertificate(context(), editor, id, { graceDays: 7, next: await trial('next'), ...(now && { now }) })
const switchBack = () => switchCertificateBack(context(), editor, id)
const retire = async () => retirePreviousCertificate(context(), editor, id, await trial('current'))

/** Signs in as the connection does every day; says which certificate did it, and how often that was noted. */
async function signIn() {
  let noted = 0
  const link = await openLink(ground(), await connection(), () => {
    noted += 1
  })
  const { byPrevious = false } = await link.tokenSource.token()
  return { byPrevious, noted }
}

/** What the connection test says meanwhile. */
async function testResults(): Promise<CheckResult[]> {
  const link = await openLink(ground(), await connection(), () => undefined)
  const results: CheckResult[] = []
  const keep = async (finished: FinishedTest) => void results.push(...finished.results)
  for await (const _event of checkConnection(link, editor, keep));
  return results
}

test('from the old certificate to the young one, and at no moment it does not work', async () => {
  const works = async () => expect((await signIn()).byPrevious).toBe(false)
  await works()
  expect((await prepare()).rotation).toEqual({ nextCertificateId: young.id })
  await works()
  await upload(young)
  expect((await Promise.all([tryOne('current'), tryOne('next')])).map(({ failure }) => failure)).toEqual([
    undefined,
    undefined,
  ])
  const switched = await switchOver(new Date('2026-03-01T00:00:00Z'))
  expect(switched.settings.certificateId).toBe(young.id)
  expect(switched.rotation).toEqual({
    previousCertificateId: old.id,
    graceEndsAt: '2026-03-08T00:00:00.000Z',
  })
  await works()
  expect(await retire()).not.toHaveProperty('rotation')
  sandbox.control.removeCertificate(old.thumbprintSha1)
  await works()
})

test('an upload that is missing is said with the thumbprint, and keeps the next one from signing', async () => {
  await prepare()
  expect(await tryOne('next')).toMatchObject({
    signing: 'next',
    thumbprintSha1: young.thumbprintSha1,
    failure: {
      code: 'AADSTS700027',
      evidence: expect.arrayContaining([expect.objectContaining({ label: 'Our SHA-1' })]),
    },
  })
  await expect(switchOver()).rejects.toMatchObject({ code: 'AADSTS700027' })
  expect((await connection()).settings.certificateId).toBe(old.id)
})

test('in the grace period the previous certificate helps out where Entra ID does not know the new one', async () => {
  await prepare()
  await upload(young)
  await switchOver()
  sandbox.control.removeCertificate(young.thumbprintSha1)
  expect(await signIn()).toEqual({ byPrevious: true, noted: 1 })
  const tested = await testResults()
  expect(tested.find((result) => result.id === 'token')).toMatchObject({
    verdict: 'warned',
    finding: { code: 'rotation_previous_used', evidence: [{ value: young.thumbprintSha1 }] },
  })
  await recordPreviousUse(database(), id)
  expect((await connection()).rotation?.previousUsedAt).toMatch(/^\d{4}-/)
  await upload(young)
  expect(await signIn()).toEqual({ byPrevious: false, noted: 0 })
})

test('after the grace period it does not', async () => {
  await prepare()
  await upload(young)
  await switchOver(new Date(Date.now() - 7 * day - 1000))
  sandbox.control.removeCertificate(young.thumbprintSha1)
  await expect(signIn()).rejects.toMatchObject({ code: 'AADSTS700027' })
})

test('where both are unknown the error is about the new one', async () => {
  await prepare()
  await upload(young)
  await switchOver()
  sandbox.control.removeCertificate(young.thumbprintSha1)
  sandbox.control.removeCertificate(old.thumbprintSha1)
  await expect(signIn()).rejects.toMatchObject({
    code: 'AADSTS700027',
    evidence: expect.arrayContaining([{ label: 'Our SHA-1', value: young.thumbprintSha1 }]),
  })
})

test('the previous certificate is not retired while the new one does not work by itself', async () => {
  await prepare()
  await upload(young)
  await switchOver()
  sandbox.control.removeCertificate(young.thumbprintSha1)
  await expect(retire()).rejects.toMatchObject({ code: 'AADSTS700027' })
  expect((await connection()).rotation).toMatchObject({ previousCertificateId: old.id })
})

test('every step can be taken back until the previous certificate is retired', async () => {
  const before = await connection()
  await prepare()
  const cancelled = await cancelRotation(context(), editor, id)
  expect({ ...cancelled, updatedAt: '' }).toEqual({ ...before, updatedAt: '' })
  await prepare()
  await upload(young)
  await switchOver()
  const back = await switchBack()
  expect([back.settings.certificateId, back.rotation]).toEqual([old.id, { nextCertificateId: young.id }])
  expect((await signIn()).byPrevious).toBe(false)
  await switchOver()
  await retire()
  await expect(switchBack()).rejects.toMatchObject({ code: 'rotation_out_of_step' })
})

test.each([
  ['cancel', () => cancelRotation(context(), editor, id)],
  ['switch', () => switchOver()],
  ['switch back', () => switchBack()],
  ['retire', () => retire()],
  ['try the next', () => tryOne('next')],
  ['try the previous', () => tryOne('previous')],
])('with nothing prepared one cannot %s', async (_step, take) => {
  await expect(take()).rejects.toMatchObject({ code: 'rotation_out_of_step' })
})

test('the next certificate has to be another one, and waits until the previous one is retired', async () => {
  await expect(prepareRotation(context(), editor, id, old.id)).rejects.toMatchObject({
    code: 'rotation_certificate_is_current',
    field: 'certificateId',
  })
  await prepare()
  await upload(young)
  await switchOver()
  const third = await newCertificate('third')
  await expect(prepareRotation(context(), editor, id, third.id)).rejects.toMatchObject({ code: 'rotation_out_of_step' })
})

test('of two who switch at the same moment one does', async () => {
  await prepare()
  await upload(young)
  const outcomes = await Promise.allSettled([switchOver(), switchOver()])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
  expect((await connection()).rotation).toMatchObject({ previousCertificateId: old.id })
})

test('a certificate of a rotation is not deleted', async () => {
  await prepare()
  await expect(removeCertificate(context(), editor, young.id)).rejects.toMatchObject({ code: 'certificate_in_use' })
  await upload(young)
  await switchOver()
  await expect(removeCertificate(context(), editor, old.id)).rejects.toMatchObject({ code: 'certificate_in_use' })
  await retire()
  await removeCertificate(context(), editor, old.id)
})

test('another certificate that is chosen by hand ends a rotation; other settings leave it alone', async () => {
  const { rotation, settings } = await prepare()
  const renamed = await updateConnection(context(), editor, id, { ...settings, name: 'Renamed' })
  expect(renamed.rotation).toEqual(rotation)
  const chosen = await updateConnection(context(), editor, id, { ...settings, certificateId: young.id })
  expect(chosen).not.toHaveProperty('rotation')
})

test('a viewer and another workspace take no step', async () => {
  const viewer: Member = { ...editor, role: 'viewer' }
  const stranger: Member = { ...editor, workspaceId: crypto.randomUUID() }
  await expect(prepareRotation(context(), viewer, id, young.id)).rejects.toMatchObject({ code: 'role_insufficient' })
  await expect(prepareRotation(context(), stranger, id, young.id)).rejects.toMatchObject({ code: 'not_found' })
  await prepare()
  await expect(cancelRotation(context(), viewer, id)).rejects.toMatchObject({ code: 'role_insufficient' })
  const next = await trial('next')
  const options = { graceDays: 7, next }
  await expect(switchCertificate(context(), viewer, id, options)).rejects.toMatchObject({ code: 'role_insufficient' })
  await expect(tryCertificate(next, viewer, 'next')).rejects.toMatchObject({ code: 'role_insufficient' })
  await expect(retirePreviousCertificate(context(), viewer, id, next)).rejects.toMatchObject({
    code: 'role_insufficient',
  })
})
