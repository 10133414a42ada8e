import 'server-only'
import type { Evidence } from '#lib/platform/errors/index'
import type { ExchangeRecord } from '#lib/platform/http/schema'
import type { TestChange, TestRecord } from '../history/schema'
import type { CheckResult, ConnectionSettings, Finding } from '../schema'
import { hidingIdentifiers } from './hiding-identifiers'

type Hide = (text: string) => string

const leftOut = 'Left out of a report without identifiers.'

const summaryOf = ({ results }: TestRecord, wanted: CheckResult['id']): string =>
  results.find(({ id }) => id === wanted)?.summary ?? ''

/** The tenant is named too: by its domain, where the Token URL was given so. */
const namesIn = ({ organization, defaultProject = '', name, tokenUrl }: ConnectionSettings): string[] => [
  ...[organization, defaultProject, name],
  new URL(tokenUrl).pathname.split('/')[1] ?? '',
]

/** Names that the test has seen, besides those in the settings: of the app, and of the projects. */
function namesSeen(test: TestRecord): string[] {
  const app = /^Signed in as (.+)\.$/.exec(summaryOf(test, 'identity'))?.[1] ?? ''
  const projects = /: (.+)\.$/.exec(summaryOf(test, 'projects'))?.[1] ?? ''
  return [app, ...projects.split(', ')]
}

const hiddenEvidence = (evidence: readonly Evidence[], hide: Hide): Evidence[] =>
  evidence.map(({ label, value }) => ({ label, value: hide(value) }))

/** Evidence that is a number, a time, an ID or a word of Microsoft's; any other may be a sentence that names somebody. */
const toldToStrangers = new Set([
  ...['HTTP status', 'Type', 'Error', 'Timestamp', 'Trace ID', 'Correlation ID', 'Activity ID'],
  ...['Our clock', 'Entra’s clock', 'Assertion valid', 'Valid'],
  ...['Thumbprint Entra saw', 'Which is', 'Our SHA-1', 'Our SHA-256', 'Key it found', 'Keys on the app'],
  ...['SHA-1 thumbprint', 'SHA-256 thumbprint', 'SHA-1 thumbprint of the new one'],
  ...['Object ID in our token', 'Object ID that Azure DevOps looks for', 'Audience we signed', 'Token URL'],
  ...['Remaining', 'Full again', 'Counted as'],
])

/** The host, and what was asked for; what stands between them names the organization and the project. */
function hiddenUrl(text: string, hide: Hide): string {
  const { host, pathname } = new URL(text)
  const at = pathname.search(/\/_(?:apis|odata)\//)
  return hide(`https://${host}${at < 0 ? pathname : `/…${pathname.slice(at)}`}`)
}

const hiddenExchange =
  (hide: Hide) =>
  ({ sent: _, body: __, url, headers, ...rest }: ExchangeRecord): ExchangeRecord => ({
    ...rest,
    url: hiddenUrl(url, hide),
    headers: hiddenEvidence(headers, hide),
  })

function hiddenFinding({ detail: _, ...finding }: Finding, hide: Hide): Finding {
  const told = finding.evidence.filter(({ label }) => toldToStrangers.has(label))
  return { ...finding, evidence: hiddenEvidence(told, hide) }
}

function hiddenResult(hide: Hide) {
  return ({ facts: _, finding, exchanges, ...result }: CheckResult): CheckResult => ({
    ...result,
    summary: leftOut,
    ...(finding && { finding: hiddenFinding(finding, hide) }),
    ...(exchanges && { exchanges: exchanges.map(hiddenExchange(hide)) }),
  })
}

/** The verdict and the code, without the summary. */
const bare = (outcome: string): string => outcome.split(':')[0] ?? ''

const hiddenChange = (change: TestChange): TestChange =>
  change.kind === 'check' ? { ...change, before: bare(change.before), after: bare(change.after) } : change

/**
 * The test as it may be shown to strangers. What is free text about the organization – summaries, facts, bodies,
 * sentences of services – is left out, because nobody can tell what it names; in the rest, whatever names somebody is
 * replaced.
 */
export function withoutIdentifiers(
  test: TestRecord,
  settings: ConnectionSettings,
): { readonly test: TestRecord; readonly hide: Hide } {
  const names = [...namesIn(settings), ...namesSeen(test)]
  const hide = hidingIdentifiers(names.flatMap((name) => [name, encodeURIComponent(name)]))
  const { startedBy: _, lastGood, ...rest } = test
  const hidden = {
    ...rest,
    id: hide(test.id),
    results: test.results.map(hiddenResult(hide)),
    ...(lastGood && {
      lastGood: { ...lastGood, id: hide(lastGood.id), changes: lastGood.changes.map(hiddenChange) },
    }),
  }
  return { test: hidden, hide }
}
