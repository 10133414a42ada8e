import 'server-only'
import { type CatalogEntry, describe } from '#lib/platform/errors/index'
import type { SetupDraft, SetupFinding } from './schema'

/** `{tenant}\{tenant}\{object ID}`, as TF401444 names whom it does not let in. */
const objectIdIn = ({ detail, evidence }: SetupFinding): string | undefined => {
  const text = [detail ?? '', ...evidence.map(({ value }) => value)].join(' ')
  return /[0-9a-f-]{36}\\[0-9a-f-]{36}\\([0-9a-f-]{36})/i.exec(text)?.[1]?.toLowerCase()
}

const same = (one: string | undefined, other: string): boolean => one?.trim().toLowerCase() === other

/** A client ID that the tenant does not know may be one of the Object IDs, which stand beside it in the portal. */
function clientIdFinding(finding: SetupFinding, { clientId, appObjectId, servicePrincipalObjectId }: SetupDraft) {
  const typed = clientId?.trim().toLowerCase() ?? ''
  if (!same(appObjectId, typed) && !same(servicePrincipalObjectId, typed)) return finding
  return { ...finding, ...told('client_id_is_object_id') }
}

/** What a noted ID is, if it is not the one that Azure DevOps wants. */
function mistakenFor(draft: SetupDraft): string | undefined {
  const noted = draft.servicePrincipalObjectId?.trim().toLowerCase() ?? ''
  if (noted === '') return undefined
  if (same(draft.clientId, noted)) return 'the Application (client) ID'
  if (same(draft.appObjectId, noted)) return 'the Object ID of the app registration'
  return 'another ID, perhaps the Object ID of the app registration'
}

function told(code: 'client_id_is_object_id' | 'object_id_mixed_up') {
  const { title, cause, remedy, step, owner }: CatalogEntry = describe(code)
  return { code, title, cause, remedy, owner: owner ?? ('you' as const), ...(step && { step }) }
}

/**
 * Azure DevOps names the object ID under which it looked for the app. Where the person noted another one, that is
 * probably the one that was added to the organization, so the finding says which of the three IDs it is.
 */
function membershipFinding(finding: SetupFinding, draft: SetupDraft): SetupFinding {
  const wanted = objectIdIn(finding)
  if (wanted === undefined) return finding
  if (!draft.servicePrincipalObjectId || same(draft.servicePrincipalObjectId, wanted)) return finding
  return {
    ...told('object_id_mixed_up'),
    detail: `The Object ID that you noted is ${mistakenFor(draft)}.`,
    evidence: [{ label: 'Object ID that you noted', value: draft.servicePrincipalObjectId }, ...finding.evidence],
  }
}

/** Says which of an app's three IDs was taken for another one, where that can be seen. */
export function withMixedUpIds(finding: SetupFinding, draft: SetupDraft): SetupFinding {
  if (finding.code === 'TF401444') return membershipFinding(finding, draft)
  return finding.code === 'AADSTS700016' ? clientIdFinding(finding, draft) : finding
}
