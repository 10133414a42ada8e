import 'server-only'
import type { Member } from '#lib/platform/access'
import { requireRole } from '#lib/platform/access'
import type { Evidence } from '#lib/platform/errors/index'
import type { File } from '#lib/platform/http/file'
import type { TestRecord } from '../history/schema'
import { testWithSettings } from '../history/test-with-settings'
import { type ConnectionSettings, connectionLabels, type SettingName } from '../schema'
import { type ConnectionsContext, selectConnection } from '../store'
import { markdownReport } from './markdown'
import type { ReportInput } from './schema'
import { withoutIdentifiers } from './without-identifiers'

/** What whoever helps has to know; the certificate is told by its thumbprints in the checks. */
const told = [
  'tokenUrl',
  'clientId',
  'scope',
  'organization',
  'apiVersion',
  'defaultProject',
] as const satisfies readonly SettingName[]

const settingsOf = (settings: ConnectionSettings): Evidence[] =>
  told.flatMap((name) => (settings[name] ? [{ label: connectionLabels[name], value: settings[name] }] : []))

export interface Report {
  readonly test: TestRecord
  readonly settings: readonly Evidence[]
}

function reportOf(test: TestRecord, settings: ConnectionSettings, identifiers: ReportInput['identifiers']): Report {
  const told = settingsOf(settings)
  if (identifiers === 'shown') return { test, settings: told }
  const { test: hidden, hide } = withoutIdentifiers(test, settings)
  return { test: hidden, settings: told.map(({ label, value }) => ({ label, value: hide(value) })) }
}

const shownAs = ({ test, settings }: Report, format: ReportInput['format']): string =>
  format === 'markdown' ? markdownReport(test, settings) : `${JSON.stringify({ settings, ...test }, null, 2)}\n`

const contentTypes = { markdown: 'text/markdown; charset=utf-8', json: 'application/json; charset=utf-8' } as const

/**
 * What a report of a connection test holds: what the screen shows, so no key, assertion or token, and the settings with
 * which it was made, whatever they are by now; without identifiers, whatever names somebody is replaced.
 * @throws role_insufficient, not_found, storage_unavailable, vault_unsealable
 */
export async function readReport(
  context: ConnectionsContext,
  member: Member,
  { id, testId }: { readonly id: string; readonly testId: string },
  identifiers: ReportInput['identifiers'],
): Promise<Report> {
  requireRole(member, 'viewer')
  const { settings: current } = await selectConnection(context, member.workspaceId, id)
  const { test, settings = current } = await testWithSettings(context, id, testId)
  return reportOf(test, settings, identifiers)
}

/**
 * The report as a file for whoever helps: Markdown for people, JSON for programs.
 * @throws role_insufficient, not_found, storage_unavailable, vault_unsealable
 */
export async function testReport(
  context: ConnectionsContext,
  member: Member,
  test: { readonly id: string; readonly testId: string },
  { format, identifiers }: ReportInput,
): Promise<File> {
  const report = await readReport(context, member, test, identifiers)
  const fileName = `connection-test-${report.test.testedAt.slice(0, 10)}.${format === 'markdown' ? 'md' : 'json'}`
  return { bytes: new TextEncoder().encode(shownAs(report, format)), fileName, contentType: contentTypes[format] }
}
