import 'server-only'
import { listActivity } from '#lib/activity/list'
import { listCertificates } from '#lib/certificates/list'
import { publicFileName } from '#lib/certificates/public-file'
import type { Certificate, PublicFileFormat } from '#lib/certificates/schema'
import { getConnection } from '#lib/connections/get'
import { getTest } from '#lib/connections/history/get-test'
import { listTests } from '#lib/connections/history/list-tests'
import { listConnections } from '#lib/connections/list'
import type { SetupStep } from '#lib/platform/errors/index'
import { getReminders } from '#lib/reminders/get'
import { commandsFor } from '#lib/setup/commands/commands-for'
import { guideValues, portalLink } from '#lib/setup/guide'
import type { SetupDraft } from '#lib/setup/schema'
import { certificateFile } from '#query/certificates'
import { storageContext } from './context'
import type { HandOffInHand } from './hand-offs'
import { sandbox, sandboxIsOn } from './sandbox'
import { describeSandbox, type SandboxState } from './sandbox-state'
import { senders } from './senders'
import { currentMember } from './session'
import { findDraft, listDrafts } from './setup-drafts'

/** What pages read for their first paint, on behalf of the person who is signed in. */
export async function certificates() {
  return listCertificates(await storageContext(), await currentMember())
}

export async function connections() {
  return listConnections(await storageContext(), await currentMember())
}

/** @throws not_found */
export async function connection(id: string) {
  return getConnection(await storageContext(), await currentMember(), id)
}

/** `undefined` for those who are not to know whom the workspace has reminded. */
export async function reminders() {
  const member = await currentMember()
  return member.role === 'owner' ? getReminders(await storageContext(), member, await senders()) : undefined
}

/** @throws role_insufficient */
export async function activity(before: number | undefined) {
  return listActivity(await storageContext(), await currentMember(), before)
}

/** @throws not_found */
export async function connectionTests(id: string) {
  return listTests(await storageContext(), await currentMember(), id)
}

/** @throws not_found */
export async function connectionTest(id: string, testId: string) {
  return getTest(await storageContext(), await currentMember(), id, testId)
}

/** `undefined` where the sandbox is switched off. */
export async function sandboxState(): Promise<SandboxState | undefined> {
  await currentMember()
  return sandboxIsOn() ? describeSandbox(await sandbox()) : undefined
}

/** The setups of this browser that are not finished. */
export const setups = async () => listDrafts(await currentMember())

export const setup = async (id: string) => findDraft(await currentMember(), id)

/** What the page of a step fills in for the person whose setup it is. */
export async function setupGuide(step: SetupStep, draft: SetupDraft) {
  const certificate = (await certificates()).find(({ id }) => id === draft.certificateId)
  const file = (format: PublicFileFormat) => certificateFile(certificate?.id ?? '', format)
  return guideOf(step, draft, certificate, file)
}

/** The same for a helper, on behalf of the one who asked. */
export async function guideOfHandOff({ id, draft, member }: HandOffInHand, step: SetupStep) {
  const all = await listCertificates(await storageContext(), member)
  const file = (format: PublicFileFormat) => `/api/hand-offs/${id}/certificate?format=${format}`
  return guideOf(
    step,
    draft,
    all.find((one) => one.id === draft.certificateId),
    file,
  )
}

const uploadedFile = ({ name, notAfter }: Certificate) => ({ fileName: publicFileName(name, 'pem'), notAfter })

function guideOf(
  step: SetupStep,
  draft: SetupDraft,
  certificate: Certificate | undefined,
  certificateFile: (format: PublicFileFormat) => string,
) {
  const values = guideValues(draft)
  const commands = commandsFor(step, { ...values, certificate: certificate && uploadedFile(certificate) })
  return { values, portal: portalLink(step, values), commands, certificate, certificateFile }
}
