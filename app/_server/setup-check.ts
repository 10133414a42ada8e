import 'server-only'
import { checkConnection } from '#lib/connections/check'
import type { DraftLink } from '#lib/connections/link'
import { type CheckEvent, checkTitles } from '#lib/connections/schema'
import type { Member } from '#lib/platform/access'
import { setupProgress } from '#lib/setup/progress'
import type { SetupDraft, SetupProgress } from '#lib/setup/schema'
import type { Checked } from '#lib/setup/step-states'
import { draftLink } from './draft-link'

async function* checkedOf(events: AsyncIterable<CheckEvent>): AsyncGenerator<Checked> {
  for await (const event of events) if (event.type === 'checked') yield { ...event, title: checkTitles[event.id] }
}

/** A draft is no connection yet, so nothing is kept of the test. */
const keepNothing = () => Promise.resolve()

/** Tests a link as a connection would be tested, and tells what that says of the six steps of its draft. */
export const checkLink = (
  member: Member,
  draft: SetupDraft,
  link: DraftLink,
  signal?: AbortSignal,
): AsyncGenerator<SetupProgress> =>
  setupProgress(draft, checkedOf(checkConnection(link, member, keepNothing, { signal })))

/** @throws role_insufficient, vault_unsealable, storage_unavailable */
export const checkDraft = async (member: Member, draft: SetupDraft, signal?: AbortSignal) =>
  checkLink(member, draft, await draftLink(member.workspaceId, draft), signal)
