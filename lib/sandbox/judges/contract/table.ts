import 'server-only'
import type { Outcome } from './examine'
import { explains, knownDifferences } from './known-differences'

const areaOf = ({ call }: Outcome): string => call.split('_apis/')[1]?.split(/[/?]/)[0]?.toLowerCase() ?? ''

const count = (outcomes: readonly Outcome[], verdict: Outcome['verdict']): number =>
  new Set(outcomes.filter((one) => one.verdict === verdict).map(({ call, operation }) => operation || call)).size

const operationsIn = (outcomes: readonly Outcome[]): number =>
  new Set(outcomes.flatMap(({ operation }) => operation || [])).size

const named = (outcomes: readonly Outcome[], verdict: Outcome['verdict']): string[] => [
  ...new Set(outcomes.filter((one) => one.verdict === verdict).map(({ call }) => `  ${call}`)),
]

const row = (cells: readonly (string | number)[]): string =>
  cells.map((cell, at) => (at === 0 ? String(cell).padEnd(28) : String(cell).padStart(10))).join('')

function rowOf(area: string, own: readonly Outcome[]): string {
  const verdicts = ['passed', 'different', 'not emulated'] as const
  return row([area, operationsIn(own), ...verdicts.map((verdict) => count(own, verdict))])
}

/** Of one version: by area how many operations were called, and how they answered; then what is different or missing. */
export function tableOf(version: string, outcomes: readonly Outcome[]): string {
  const areas = [...new Set(outcomes.map(areaOf))]
  const known = knownDifferences
    .filter((one) => outcomes.some((outcome) => outcome.findings.some((found) => explains(one, outcome, found))))
    .map(({ operation, finding, because }) => `  ${operation} ${finding} (${because})`)
  return [
    row([`OpenAPI ${version}`, 'called', 'passed', 'different', 'missing']),
    ...areas.map((area) =>
      rowOf(
        area,
        outcomes.filter((one) => areaOf(one) === area),
      ),
    ),
    rowOf('all', outcomes),
    'knowingly different:',
    ...known,
    'not emulated:',
    ...named(outcomes, 'not emulated'),
    'not reached, because another call is not emulated:',
    ...named(outcomes, 'not reached'),
  ].join('\n')
}
