import type { CheckResult } from '#lib/connections/schema'

/**
 * What Microsoft's support asks for, to be copied: when, what was asked, what came back and its IDs. Nothing where
 * nothing was asked.
 */
export function supportText({ finding, exchanges }: CheckResult): string | undefined {
  const last = exchanges?.at(-1)
  if (!finding || !last) return undefined
  const facts = finding.evidence.filter(({ label }) => / ID$|^Timestamp$|^HTTP status$|^Error$|^Answer$/.test(label))
  return [
    `${finding.code}: ${finding.detail ?? finding.title}`,
    `Time: ${last.at}`,
    `Request: ${last.method} ${last.url}`,
    ...facts.map(({ label, value }) => `${label}: ${value}`),
  ].join('\n')
}
