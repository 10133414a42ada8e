import 'server-only'
import type { Evidence } from '#lib/platform/errors/index'
import type { ExchangeRecord } from '#lib/platform/http/schema'
import type { TestRecord } from '../history/schema'
import { type CheckResult, checkTitles, connectionLabels, type Finding } from '../schema'

/** On one line, with nothing that Markdown or HTML gives a meaning to. */
const inline = (text: string): string =>
  text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/[\\`*_{}[\]<>()#+!|~&$-]/g, (sign) => `&#${sign.charCodeAt(0)};`)

/** As code in a fence that is longer than any that the text has. */
function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return `${fence}\n${text}\n${fence}`
}

const list = (evidence: readonly Evidence[]): string[] =>
  evidence.map(({ label, value }) => `- ${inline(label)}: ${inline(value)}`)

const findingLines = ({ code, title, cause, remedy, detail, evidence, owner, step }: Finding): string[] => [
  '',
  `**${inline(code)}: ${inline(title)}**`,
  '',
  ...(detail ? [inline(detail), ''] : []),
  inline(cause),
  '',
  `What to do: ${inline(remedy)}`,
  '',
  `Who can do it: ${inline(owner)}${step ? `, in step ${step} of the setup` : ''}`,
  '',
  ...list(evidence),
]

const exchangeLines = ({ at, method, url, status, failure, headers, sent, body }: ExchangeRecord): string[] => {
  const said = [
    `${method} ${url}`,
    ...(sent ? [sent] : []),
    '',
    String(status ?? failure ?? 'No answer'),
    ...headers.map(({ label, value }) => `${label}: ${value}`),
    ...(body ? ['', body] : []),
  ]
  return ['', inline(at), '', fenced(said.join('\n'))]
}

const checkLines = ({
  id,
  verdict,
  summary,
  durationMs,
  facts = [],
  finding,
  exchanges = [],
}: CheckResult): string[] => [
  '',
  `## ${inline(checkTitles[id])}: ${verdict}`,
  '',
  `${inline(summary)} (${Math.round(durationMs)} ms)`,
  ...(finding ? findingLines(finding) : []),
  ...(facts.length > 0 ? ['', ...list(facts)] : []),
  ...(finding ? exchanges.flatMap(exchangeLines) : []),
]

function changeLines({ lastGood }: TestRecord): string[] {
  if (!lastGood) return []
  const lines = lastGood.changes.map((change) => {
    if (change.kind === 'setting') return `- ${inline(connectionLabels[change.setting])} was changed`
    const title = change.kind === 'check' ? checkTitles[change.check] : 'Duration in ms'
    return `- ${inline(title)}: ${inline(String(change.before))} → ${inline(String(change.after))}`
  })
  return ['', `## Since the last good test (${lastGood.testedAt})`, '', ...(lines.length > 0 ? lines : ['Nothing.'])]
}

/** A report for people: requests and answers are told where something was found, and left out where all was well. */
export const markdownReport = (test: TestRecord, settings: readonly Evidence[]): string =>
  [
    '# Connection test',
    '',
    `- Verdict: ${test.verdict}`,
    `- Time: ${test.testedAt}`,
    ...list(settings),
    ...changeLines(test),
    ...test.results.flatMap(checkLines),
    '',
  ].join('\n')
